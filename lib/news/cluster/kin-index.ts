import { DAY_MS, SECOND_MS } from '@/lib/core/time';
import { NEIGHBOUR_WINDOW_MS, type ComparableArticle, type Neighbour } from '@/lib/model/placement';
import { fingerprintOf, type Fingerprint, type Weights } from './fingerprint';
import { Lexicon } from './lexicon';
import type { Slot } from './postings';
import {
  countCommon,
  languageOf,
  MAX_COMMON_NUMBERS,
  MAX_TITLE_MASS,
  MIN_TELLING_WEIGHT,
  momentOf,
  TITLE_FOR_LEDE,
} from './same-event';
import { STORY_MODEL } from './story-model';
import {
  MARKS,
  MARKS_MASK,
  WordRows,
  type AskingWords,
  type SharedWords,
  type WeightsById,
  type WordRow,
} from './word-rows';

/** Weights are kept as 32-bit numbers and moments as seconds here, and summed in another order than where they decide. */
const ROUNDING = 1e-3;
const { bias: BIAS, weights: WEIGHTS } = STORY_MODEL;
const MAX_OF_TRAITS =
  atMost(WEIGHTS.sameSource) +
  atMost(WEIGHTS.sameSubject) +
  atMost(WEIGHTS.priceTalk) +
  atMost(WEIGHTS.numbers) * MAX_COMMON_NUMBERS;
const FIRST_CAPACITY = 4_096;

/**
 * Finds the articles whose kinship with another could reach a score. Only those are looked at that share a telling
 * word of a title, and reposts tell nothing: they are not kept here.
 */
export class KinIndex {
  readonly #languages = new Map<string, Lexicon>();
  readonly #members: (Neighbour | undefined)[] = [];
  readonly #rows = new WordRows();
  /** The question each was last met in. */
  readonly #metAt: number[] = [];
  /** Weights of the words of the article now asked about, by the words' ids. */
  #title = new Float32Array(FIRST_CAPACITY);
  #lede = new Float32Array(FIRST_CAPACITY);
  readonly #marks = new Uint8Array(MARKS);
  #question = 0;

  add(slot: Slot, neighbour: Neighbour): void {
    if (neighbour.relation === 'repost') return;
    const fingerprint = fingerprintOf(neighbour);
    const lexicon = this.#lexiconOf(neighbour);
    lexicon.add(slot, fingerprint);
    this.#members[slot] = neighbour;
    this.#metAt[slot] = 0;
    this.#rows.put(slot, toRow(neighbour, fingerprint, lexicon));
  }

  remove(slot: Slot): void {
    const member = this.#members[slot];
    if (!member) return;
    this.#members[slot] = undefined;
    this.#rows.drop(slot);
    this.#lexiconOf(member).remove(slot, fingerprintOf(member));
  }

  /** Those that may be kin of `article` by at least `score`. Errs only towards more. */
  find(article: ComparableArticle, score: number): readonly Neighbour[] {
    const fingerprint = fingerprintOf(article);
    const lexicon = this.#lexiconOf(article);
    const mine = this.#toAsking(article, fingerprint, lexicon);
    const shared: SharedWords = { msApart: 0, titleCosine: 0, ledeCosine: undefined, coverage: 0, mass: 0 };
    const kin: Neighbour[] = [];
    for (const slot of this.#meet(fingerprint, lexicon)) {
      this.#rows.compare(slot, mine, shared);
      const most = scoreOfWords(shared);
      if (shared.msApart > NEIGHBOUR_WINDOW_MS + SECOND_MS || most + MAX_OF_TRAITS < score) continue;
      const member = this.#members[slot];
      if (member && most + scoreOfTraits(article, member) >= score) kin.push(member);
    }
    this.#clear(fingerprint, lexicon);
    return kin;
  }

  /** Everything that shares a word with it which tells in a title of one of them. */
  #meet({ title, lede }: Fingerprint, lexicon: Lexicon): readonly Slot[] {
    const met: Slot[] = [];
    this.#question += 1;
    for (const [text, weight] of title.of) {
      const word = lexicon.find(text);
      if (!word) continue;
      this.#meetAll(word.titles, met);
      if (weight < MIN_TELLING_WEIGHT) continue;
      this.#meetAll(word.dullTitles, met);
      this.#meetAll(word.ledes, met);
    }
    for (const text of lede.of.keys()) this.#meetAll(lexicon.find(text)?.titles ?? [], met);
    return met;
  }

  #meetAll(slots: readonly Slot[], met: Slot[]): void {
    for (const slot of slots) {
      if (this.#metAt[slot] === this.#question) continue;
      this.#metAt[slot] = this.#question;
      met.push(slot);
    }
  }

  #toAsking(article: ComparableArticle, { title, lede }: Fingerprint, lexicon: Lexicon): AskingWords {
    if (lexicon.size > this.#title.length) {
      this.#title = new Float32Array(2 * lexicon.size);
      this.#lede = new Float32Array(2 * lexicon.size);
    }
    this.#spread(title, this.#title, lexicon);
    this.#spread(lede, this.#lede, lexicon);
    return {
      momentMs: momentOf(article),
      titleNorm: title.norm,
      titleTotal: title.total,
      ledeNorm: lede.norm,
      title: this.#title,
      lede: this.#lede,
      marks: this.#marks,
    };
  }

  #spread({ of }: Weights, byId: Float32Array, lexicon: Lexicon): void {
    for (const [text, weight] of of) {
      const id = lexicon.find(text)?.id;
      if (id === undefined) continue;
      byId[id] = weight;
      this.#marks[id & MARKS_MASK] = 1;
    }
  }

  #clear({ title, lede }: Fingerprint, lexicon: Lexicon): void {
    for (const text of title.of.keys()) this.#title[lexicon.find(text)?.id ?? 0] = 0;
    for (const text of lede.of.keys()) this.#lede[lexicon.find(text)?.id ?? 0] = 0;
    this.#marks.fill(0);
  }

  #lexiconOf(article: ComparableArticle): Lexicon {
    const language = languageOf(article);
    const known = this.#languages.get(language);
    if (known) return known;
    const lexicon = new Lexicon();
    this.#languages.set(language, lexicon);
    return lexicon;
  }
}

function scoreOfWords({ msApart, titleCosine, ledeCosine, coverage, mass }: SharedWords): number {
  return (
    BIAS +
    ROUNDING +
    atMost(WEIGHTS.otherNumbers) +
    (WEIGHTS.days * msApart) / DAY_MS +
    WEIGHTS.title * titleCosine +
    WEIGHTS.lede * (ledeCosine ?? TITLE_FOR_LEDE * titleCosine) +
    WEIGHTS.cross * coverage +
    WEIGHTS.mass * Math.min(MAX_TITLE_MASS, mass)
  );
}

/** What a trait that one or the other may have can add. */
function atMost(weight: number): number {
  return Math.max(0, weight);
}

/** Numbers that differ could lower it; that is left to the comparison itself. */
function scoreOfTraits(mine: ComparableArticle, theirs: ComparableArticle): number {
  const [a, b] = [fingerprintOf(mine), fingerprintOf(theirs)];
  const sameSubject = mine.primaryTokenId !== undefined && mine.primaryTokenId === theirs.primaryTokenId;
  return (
    WEIGHTS.sameSource * Number(mine.sourceId === theirs.sourceId) +
    WEIGHTS.sameSubject * Number(sameSubject) +
    WEIGHTS.priceTalk * Number(a.priceTalk || b.priceTalk) +
    WEIGHTS.numbers * Math.min(MAX_COMMON_NUMBERS, countCommon(a.numbers, b.numbers))
  );
}

function toRow(neighbour: Neighbour, { title, lede }: Fingerprint, lexicon: Lexicon): WordRow {
  const idOf = (text: string) => lexicon.find(text)?.id ?? 0;
  const byId = (words: readonly (readonly [string, number])[]): WeightsById =>
    words.map(([text, weight]) => [idOf(text), weight]);
  const ledeWords = [...lede.of];
  return {
    momentMs: momentOf(neighbour),
    titleNorm: title.norm,
    titleTotal: title.total,
    ledeNorm: lede.norm,
    title: byId([...title.of]),
    beyond: byId(ledeWords.filter(([text]) => !title.of.has(text))),
    both: byId(ledeWords.filter(([text]) => title.of.has(text))),
  };
}
