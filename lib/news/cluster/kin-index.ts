import type { ComparableArticle, Neighbour } from '@/lib/model/placement';
import type { Weights } from './fingerprint';
import { KinTable, toSide, type Side } from './kin-table';
import { Postings, type Slot } from './postings';
import { MIN_TELLING_WEIGHT } from './same-event';

const MAX_WEIGHT = 1;

/**
 * Finds the articles whose kinship with another could reach a score, by the telling words that the title of one
 * shares with the title or the lede of the other. What dull words could add is estimated from above.
 */
export class KinIndex {
  readonly #table = new KinTable();
  readonly #words = new Map<string, WordLists>();

  add(slot: Slot, neighbour: Neighbour): void {
    const side = toSide(neighbour);
    this.#table.put(slot, neighbour, side);
    eachPosting(side, this.#listsOf(side.language), (postings, word) => postings.add(word, slot));
  }

  remove(slot: Slot): void {
    const side = this.#table.take(slot);
    if (side)
      eachPosting(side, this.#listsOf(side.language), (postings, word) => postings.remove(word, slot));
  }

  /** Those that may be kin of `article` by at least `score`; reposts tell nothing and are left out. */
  find(article: ComparableArticle, score: number): readonly Neighbour[] {
    const mine = toSide(article);
    const lists = this.#listsOf(mine.language);
    this.#table.begin();
    this.#meetByTitle(mine, lists);
    this.#meetByLede(mine, lists);
    this.#countLedes(mine, lists);
    return this.#table.kinOf(mine, score);
  }

  #meetByTitle({ fingerprint }: Side, lists: WordLists): void {
    let nth = 0;
    for (const [text, weight] of fingerprint.title.of) {
      nth += 1;
      if (weight >= MIN_TELLING_WEIGHT) this.#meetByTellingWord({ text, weight, nth }, lists);
      // A token's own name tells nothing in its news, and may tell all elsewhere.
      else for (const slot of lists.titles.telling.get(text)) this.#table.addTheirs(slot, weight, MAX_WEIGHT);
    }
  }

  /** A word that tells in both weighs the same in both. */
  #meetByTellingWord({ text, weight, nth }: Word, { titles, ledes }: WordLists): void {
    const table = this.#table;
    for (const slot of titles.telling.get(text)) {
      table.addTheirs(slot, weight, weight);
      table.addMine(slot, weight, nth);
    }
    for (const slot of titles.dull.get(text)) {
      table.addProduct(slot, weight * MIN_TELLING_WEIGHT);
      table.addMine(slot, weight, nth);
    }
    for (const slot of ledes.telling.get(text)) table.addMineInLede(slot, weight, nth);
    for (const slot of ledes.dull.get(text)) table.addMineInLede(slot, weight, nth);
  }

  #meetByLede({ fingerprint }: Side, { titles }: WordLists): void {
    for (const [word, weight] of fingerprint.lede.of) {
      if (fingerprint.title.of.has(word)) continue;
      const theirs = weight >= MIN_TELLING_WEIGHT ? weight : MAX_WEIGHT;
      for (const slot of titles.telling.get(word)) this.#table.addTheirsFound(slot, theirs);
    }
  }

  /** One by one where few were met, else through the lists of their words: whichever is less to look at. */
  #countLedes({ fingerprint }: Side, { ledes }: WordLists): void {
    const { of } = fingerprint.lede;
    let listed = 0;
    for (const word of of.keys()) listed += ledes.telling.get(word).length;
    if (listed > this.#table.metCount * of.size) this.#table.multiplyLedes(of);
    else this.#countLedeLists(of, ledes);
  }

  #countLedeLists(words: Weights['of'], ledes: Lists): void {
    const { ledeProduct: lede } = this.#table;
    for (const [word, weight] of words) {
      const isTelling = weight >= MIN_TELLING_WEIGHT;
      const product = weight * (isTelling ? weight : MAX_WEIGHT);
      for (const slot of ledes.telling.get(word)) lede.add(slot, product);
      if (!isTelling) continue;
      for (const slot of ledes.dull.get(word)) lede.add(slot, weight * MIN_TELLING_WEIGHT);
    }
  }

  #listsOf(language: string): WordLists {
    const known = this.#words.get(language);
    if (known) return known;
    const lists = { titles: toLists(), ledes: toLists() };
    this.#words.set(language, lists);
    return lists;
  }
}

function toLists(): Lists {
  return { telling: new Postings(), dull: new Postings() };
}

function eachPosting({ fingerprint }: Side, { titles, ledes }: WordLists, visit: Visit): void {
  eachWord(fingerprint.title, titles, visit);
  eachWord(fingerprint.lede, ledes, visit);
}

function eachWord({ of }: Weights, { telling, dull }: Lists, visit: Visit): void {
  for (const [word, weight] of of) visit(weight >= MIN_TELLING_WEIGHT ? telling : dull, word);
}

interface Word {
  readonly text: string;
  readonly weight: number;
  /** Its number in the title, from 1. */
  readonly nth: number;
}

interface WordLists {
  readonly titles: Lists;
  readonly ledes: Lists;
}

interface Lists {
  readonly telling: Postings<string>;
  readonly dull: Postings<string>;
}

type Visit = (postings: Postings<string>, word: string) => void;
