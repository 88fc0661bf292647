import { SECOND_MS } from '@/lib/core/time';
import type { Slot } from './postings';

/** What is compared of an article's words. */
export interface WordRow {
  readonly momentMs: number;
  readonly titleNorm: number;
  readonly titleTotal: number;
  readonly ledeNorm: number;
  /** Ids and weights of the title's words, of the lede's words beyond it, and of those both have. */
  readonly title: WeightsById;
  readonly beyond: WeightsById;
  readonly both: WeightsById;
}

export type WeightsById = readonly (readonly [id: number, weight: number])[];

/** What two articles share, see `same-event`. To about seven digits; the time to the second. */
export interface SharedWords {
  msApart: number;
  titleCosine: number;
  /** `undefined` where one of them has no lede. */
  ledeCosine: number | undefined;
  coverage: number;
  mass: number;
}

/** The article whose words the others' are held against: its weights by the words' ids. */
export interface AskingWords {
  readonly momentMs: number;
  readonly titleNorm: number;
  readonly titleTotal: number;
  readonly ledeNorm: number;
  readonly title: Float32Array;
  readonly lede: Float32Array;
  /** Not 0 for `id & MARKS_MASK` of every word it has: most of theirs are told apart by this alone. */
  readonly marks: Uint8Array;
}

/** Small enough to stay at hand while thousands of words are looked up. */
export const MARKS = 8_192;
export const MARKS_MASK = MARKS - 1;
const FIRST_CAPACITY = 65_536;
const FIRST_SLOTS = 4_096;
/** Seconds are counted from here, so that they fit into 32 bits. */
const EPOCH_MS = Date.UTC(2026, 0);
const TITLE_COUNT = 0;
const BEYOND_COUNT = 1;
const BOTH_COUNT = 2;
const MOMENT = 3;
const TITLE_NORM = 4;
const TITLE_TOTAL = 5;
const LEDE_NORM = 6;
const HEAD = 7;
const NOWHERE = -1;

/**
 * The words of all articles in one block of memory: thousands are held against each new article, and fetching their
 * objects from all over the heap took ten times as long as the arithmetic.
 */
export class WordRows {
  #ints = new Int32Array(FIRST_CAPACITY);
  #floats = new Float32Array(this.#ints.buffer);
  #places = new Int32Array(FIRST_SLOTS).fill(NOWHERE);
  #end = 0;
  #given = 0;

  put(slot: Slot, row: WordRow): void {
    const length = lengthOf(row.title.length, row.beyond.length + row.both.length);
    this.#makeRoom(slot, length);
    const at = this.#end;
    this.#ints.set([row.title.length, row.beyond.length, row.both.length, toSeconds(row.momentMs)], at);
    this.#floats.set([row.titleNorm, row.titleTotal, row.ledeNorm], at + TITLE_NORM);
    let next = at + HEAD;
    for (const [id, weight] of [...row.title, ...row.beyond, ...row.both]) {
      this.#ints[next] = id;
      this.#floats[next + 1] = weight;
      next += 2;
    }
    this.#places[slot] = at;
    this.#end += length;
    this.#given += length;
  }

  drop(slot: Slot): void {
    const at = this.#places[slot] ?? NOWHERE;
    if (at === NOWHERE) return;
    this.#places[slot] = NOWHERE;
    this.#given -= this.#lengthAt(at);
  }

  /** Holds a slot's words against those of the article that asks. */
  compare(slot: Slot, mine: AskingWords, shared: SharedWords): void {
    const at = this.#places[slot] ?? NOWHERE;
    shared.msApart = Math.abs(this.#int(at + MOMENT) * SECOND_MS + EPOCH_MS - mine.momentMs);
    const ledeFrom = at + HEAD + 2 * this.#int(at + TITLE_COUNT);
    const beyondTo = ledeFrom + 2 * this.#int(at + BEYOND_COUNT);
    const ledeTo = beyondTo + 2 * this.#int(at + BOTH_COUNT);
    this.#compareTitle(at, ledeFrom, { mine, shared });
    const ledeNorms = mine.ledeNorm * this.#float(at + LEDE_NORM);
    const ledeProduct = this.#sum(ledeFrom, ledeTo, { of: mine.lede, marks: mine.marks, times: true });
    shared.ledeCosine = ledeNorms === 0 ? undefined : ledeProduct / ledeNorms;
    const found =
      shared.mass + this.#sum(ledeFrom, beyondTo, { of: mine.title, marks: mine.marks, times: false });
    shared.coverage = Math.max(share(found, mine.titleTotal), shared.coverage);
  }

  #compareTitle(
    row: number,
    to: number,
    { mine, shared }: { readonly mine: AskingWords; readonly shared: SharedWords },
  ): void {
    const { title, lede, marks } = mine;
    let product = 0;
    let mass = 0;
    let theirsFound = 0;
    for (let at = row + HEAD; at < to; at += 2) {
      const id = this.#int(at);
      if (marks[id & MARKS_MASK] === 0) continue;
      const theirs = this.#float(at + 1);
      const inTitle = title[id] ?? 0;
      product += inTitle * theirs;
      mass += inTitle;
      if (inTitle > 0 || (lede[id] ?? 0) > 0) theirsFound += theirs;
    }
    shared.titleCosine = share(product, mine.titleNorm * this.#float(row + TITLE_NORM));
    shared.mass = mass;
    shared.coverage = share(theirsFound, this.#float(row + TITLE_TOTAL));
  }

  /** Weights of mine of the words from there to there, each times theirs if so wished. */
  #sum(from: number, to: number, { of, marks, times }: Summing): number {
    let sum = 0;
    for (let at = from; at < to; at += 2) {
      const id = this.#int(at);
      if (marks[id & MARKS_MASK] === 0) continue;
      sum += (of[id] ?? 0) * (times ? this.#float(at + 1) : 1);
    }
    return sum;
  }

  #makeRoom(slot: Slot, length: number): void {
    if (slot >= this.#places.length) {
      const places = new Int32Array(2 * slot).fill(NOWHERE);
      places.set(this.#places);
      this.#places = places;
    }
    if (this.#end + length > this.#ints.length) this.#moveTogether(length);
  }

  /** Leaves the gaps behind, into twice what is needed. */
  #moveTogether(length: number): void {
    const from = this.#ints;
    const ints = new Int32Array(Math.max(FIRST_CAPACITY, 2 * (this.#given + length)));
    let end = 0;
    for (const [slot, at] of this.#places.entries()) {
      if (at === NOWHERE) continue;
      const taken = this.#lengthAt(at);
      ints.set(from.subarray(at, at + taken), end);
      this.#places[slot] = end;
      end += taken;
    }
    this.#ints = ints;
    this.#floats = new Float32Array(ints.buffer);
    this.#end = end;
  }

  #lengthAt(at: number): number {
    return lengthOf(this.#int(at + TITLE_COUNT), this.#int(at + BEYOND_COUNT) + this.#int(at + BOTH_COUNT));
  }

  #int(at: number): number {
    return this.#ints[at] ?? 0;
  }

  #float(at: number): number {
    return this.#floats[at] ?? 0;
  }
}

function lengthOf(titleWords: number, ledeWords: number): number {
  return HEAD + 2 * (titleWords + ledeWords);
}

function toSeconds(ms: number): number {
  return Math.round((ms - EPOCH_MS) / SECOND_MS);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

interface Summing {
  readonly of: Float32Array;
  readonly marks: Uint8Array;
  readonly times: boolean;
}
