import { DAY_MS } from '@/lib/core/time';
import { NEIGHBOUR_WINDOW_MS, type ComparableArticle, type Neighbour } from '@/lib/model/placement';
import { Column } from './column';
import { fingerprintOf, type Fingerprint, type Weights } from './fingerprint';
import type { Slot } from './postings';
import {
  BIAS,
  countCommon,
  languageOf,
  MAX_COMMON_NUMBERS,
  MAX_TITLE_MASS,
  MIN_TELLING_WEIGHT,
  momentOf,
  TITLE_FOR_LEDE,
  WEIGHTS,
} from './same-event';

/** What is compared of an article when only a bound is wanted. */
export interface Side {
  readonly article: ComparableArticle;
  readonly fingerprint: Fingerprint;
  readonly language: string;
  readonly dullTitle: Dull;
  readonly dullLede: Dull;
}

/** What the words of a text that tell nothing come to. */
interface Dull {
  readonly total: number;
  readonly norm: number;
}

/** Sums are taken in another order here than where they decide. */
const ROUNDING = 1e-6;

export function toSide(article: ComparableArticle): Side {
  const fingerprint = fingerprintOf(article);
  return {
    article,
    fingerprint,
    language: languageOf(article),
    dullTitle: toDull(fingerprint.title),
    dullLede: toDull(fingerprint.lede),
  };
}

/** The articles as columns, and beside them what each shares with the article now asked about. */
export class KinTable {
  /** Of the two ledes. Counted for everything, worth something for those met. */
  readonly ledeProduct = new Column();
  readonly #titleProduct = new Column();
  /** Weight of my title's telling words that stand in their title, or else in their lede; of theirs that I have. */
  readonly #mineInTitle = new Column();
  readonly #mineInLede = new Column();
  readonly #theirsFound = new Column();
  /** The last word of my title found in theirs, by number: found in the lede too, it counts once. */
  readonly #lastWord = new Column();
  readonly #moment = new Column();
  readonly #titleNorm = new Column();
  readonly #titleTotal = new Column();
  readonly #ledeNorm = new Column();
  readonly #dullTitleNorm = new Column();
  readonly #dullTitleTotal = new Column();
  readonly #dullLedeNorm = new Column();
  readonly #isSilent = new Column();
  readonly #metAt = new Column();
  readonly #rows: (Row | undefined)[] = [];
  readonly #met: Slot[] = [];
  #question = 0;

  put(slot: Slot, neighbour: Neighbour, side: Side): void {
    const { title, lede } = side.fingerprint;
    this.#rows[slot] = { neighbour, side };
    this.#moment.set(slot, momentOf(neighbour));
    this.#titleNorm.set(slot, title.norm);
    this.#titleTotal.set(slot, title.total);
    this.#ledeNorm.set(slot, lede.norm);
    this.#dullTitleNorm.set(slot, side.dullTitle.norm);
    this.#dullTitleTotal.set(slot, side.dullTitle.total);
    this.#dullLedeNorm.set(slot, side.dullLede.norm);
    this.#isSilent.set(slot, Number(neighbour.relation === 'repost'));
    this.#metAt.set(slot, 0);
    this.ledeProduct.set(slot, 0);
  }

  take(slot: Slot): Side | undefined {
    const row = this.#rows[slot];
    this.#rows[slot] = undefined;
    return row?.side;
  }

  begin(): void {
    this.#question += 1;
    this.#met.length = 0;
  }

  /** Their title has a word of mine that tells in theirs. */
  addTheirs(slot: Slot, mine: number, theirs: number): void {
    if (!this.#meet(slot)) return;
    this.#titleProduct.add(slot, mine * theirs);
    this.#theirsFound.add(slot, theirs);
  }

  addTheirsFound(slot: Slot, theirs: number): void {
    if (this.#meet(slot)) this.#theirsFound.add(slot, theirs);
  }

  addProduct(slot: Slot, product: number): void {
    if (this.#meet(slot)) this.#titleProduct.add(slot, product);
  }

  /** Their title has the `nth` word of mine, which tells in mine. */
  addMine(slot: Slot, weight: number, nth: number): void {
    if (!this.#meet(slot)) return;
    this.#mineInTitle.add(slot, weight);
    this.#lastWord.set(slot, nth);
  }

  addMineInLede(slot: Slot, weight: number, nth: number): void {
    if (this.#meet(slot) && this.#lastWord.get(slot) !== nth) this.#mineInLede.add(slot, weight);
  }

  get metCount(): number {
    return this.#met.length;
  }

  /** Puts what the ledes of those met share with mine; what is dull in both is estimated elsewhere. */
  multiplyLedes(mine: Weights['of']): void {
    for (const slot of this.#met) {
      const theirs = this.#rows[slot]?.side.fingerprint.lede.of;
      let product = 0;
      for (const [word, weight] of mine) {
        const other = theirs?.get(word) ?? 0;
        if (Math.max(weight, other) >= MIN_TELLING_WEIGHT) product += weight * other;
      }
      this.ledeProduct.set(slot, product);
    }
  }

  /** Of those met, all whose kinship could reach `score`. Errs only towards yes. */
  kinOf(mine: Side, score: number): readonly Neighbour[] {
    const kin: Neighbour[] = [];
    const moment = momentOf(mine.article);
    for (const slot of this.#met) {
      const ms = Math.abs(this.#moment.get(slot) - moment);
      if (ms > NEIGHBOUR_WINDOW_MS) continue;
      const most = BIAS + ROUNDING + (WEIGHTS.days * ms) / DAY_MS + this.#boundOfWords(slot, mine);
      if (most + MAX_OF_TRAITS < score) continue;
      const row = this.#rows[slot];
      if (row && most + boundOfTraits(mine, row.side) >= score) kin.push(row.neighbour);
    }
    return kin;
  }

  #meet(slot: Slot): boolean {
    if (this.#metAt.get(slot) === this.#question) return true;
    if (this.#isSilent.get(slot) === 1) return false;
    this.#metAt.set(slot, this.#question);
    this.#titleProduct.set(slot, 0);
    this.#mineInTitle.set(slot, 0);
    this.#mineInLede.set(slot, 0);
    this.#theirsFound.set(slot, 0);
    this.#lastWord.set(slot, 0);
    this.ledeProduct.set(slot, 0);
    this.#met.push(slot);
    return true;
  }

  #boundOfWords(slot: Slot, { fingerprint: mine, dullTitle, dullLede }: Side): number {
    const dullTitles = dullTitle.norm * this.#dullTitleNorm.get(slot);
    const title = bound(
      this.#titleProduct.get(slot) + dullTitles,
      mine.title.norm * this.#titleNorm.get(slot),
    );
    const ledeNorms = mine.lede.norm * this.#ledeNorm.get(slot);
    const dullLedes = dullLede.norm * this.#dullLedeNorm.get(slot);
    const lede =
      ledeNorms === 0 ? TITLE_FOR_LEDE * title : bound(this.ledeProduct.get(slot) + dullLedes, ledeNorms);
    const inTitle = this.#mineInTitle.get(slot) + dullTitle.total;
    const cross = Math.max(
      bound(inTitle + this.#mineInLede.get(slot), mine.title.total),
      bound(this.#theirsFound.get(slot) + this.#dullTitleTotal.get(slot), this.#titleTotal.get(slot)),
    );
    return (
      WEIGHTS.title * title +
      WEIGHTS.lede * lede +
      WEIGHTS.cross * cross +
      WEIGHTS.mass * Math.min(MAX_TITLE_MASS, inTitle)
    );
  }
}

/** At most `part / whole`, and never more than all of it. */
function bound(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(1, part / whole);
}

const MAX_OF_TRAITS = WEIGHTS.sameSubject + WEIGHTS.numbers * MAX_COMMON_NUMBERS;

function boundOfTraits(mine: Side, theirs: Side): number {
  const [a, b] = [mine.article, theirs.article];
  const sameSubject = a.primaryTokenId !== undefined && a.primaryTokenId === b.primaryTokenId;
  const priceTalk = mine.fingerprint.priceTalk || theirs.fingerprint.priceTalk;
  const numbers = countCommon(mine.fingerprint.numbers, theirs.fingerprint.numbers);
  return (
    WEIGHTS.sameSource * Number(a.sourceId === b.sourceId) +
    WEIGHTS.sameSubject * Number(sameSubject) +
    WEIGHTS.priceTalk * Number(priceTalk) +
    WEIGHTS.numbers * Math.min(MAX_COMMON_NUMBERS, numbers)
  );
}

function toDull({ of }: Weights): Dull {
  let [total, squares] = [0, 0];
  for (const weight of of.values()) {
    if (weight >= MIN_TELLING_WEIGHT) continue;
    total += weight;
    squares += weight * weight;
  }
  return { total, norm: Math.sqrt(squares) };
}

interface Row {
  readonly neighbour: Neighbour;
  readonly side: Side;
}
