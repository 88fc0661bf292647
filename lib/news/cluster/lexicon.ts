import type { Fingerprint } from './fingerprint';
import type { Slot } from './postings';
import { MIN_TELLING_WEIGHT } from './same-event';

/** A word of the articles at hand, and which of them have it. */
export interface Word {
  /** Small, and free for another word once no article has this one. */
  readonly id: number;
  /** Those whose titles have it as a telling word, as one that tells nothing, and whose ledes have it. */
  readonly titles: Slot[];
  readonly dullTitles: Slot[];
  readonly ledes: Slot[];
}

/** The words of the articles at hand. */
export class Lexicon {
  readonly #words = new Map<string, Word>();
  readonly #free: number[] = [];
  #nextId = 0;

  /** More than any word's id. */
  get size(): number {
    return this.#nextId;
  }

  find(text: string): Word | undefined {
    return this.#words.get(text);
  }

  add(slot: Slot, fingerprint: Fingerprint): void {
    for (const [text, list] of listsOf(fingerprint)) this.#take(text)[list].push(slot);
  }

  remove(slot: Slot, fingerprint: Fingerprint): void {
    for (const [text, list] of listsOf(fingerprint)) {
      const word = this.#words.get(text);
      if (!word) continue;
      takeOut(word[list], slot);
      if (word.titles.length + word.dullTitles.length + word.ledes.length > 0) continue;
      this.#words.delete(text);
      this.#free.push(word.id);
    }
  }

  #take(text: string): Word {
    const known = this.#words.get(text);
    if (known) return known;
    const word = { id: this.#free.pop() ?? this.#nextId++, titles: [], dullTitles: [], ledes: [] };
    this.#words.set(text, word);
    return word;
  }
}

function* listsOf({ title, lede }: Fingerprint): Generator<[string, 'titles' | 'dullTitles' | 'ledes']> {
  for (const [text, weight] of title.of) yield [text, weight >= MIN_TELLING_WEIGHT ? 'titles' : 'dullTitles'];
  for (const text of lede.of.keys()) yield [text, 'ledes'];
}

function takeOut(slots: Slot[], slot: Slot): void {
  const at = slots.indexOf(slot);
  const last = slots.pop();
  if (at >= 0 && at < slots.length && last !== undefined) slots[at] = last;
}
