import type { Slot } from './postings';

const FIRST_CAPACITY = 1_024;

/** A number for every slot: thousands of them are looked through for each new article. */
export class Column {
  #values = new Float64Array(FIRST_CAPACITY);

  get(slot: Slot): number {
    return this.#values[slot] ?? 0;
  }

  set(slot: Slot, value: number): void {
    if (slot >= this.#values.length) this.#growTo(slot + 1);
    this.#values[slot] = value;
  }

  add(slot: Slot, value: number): void {
    this.#values[slot] = (this.#values[slot] ?? 0) + value;
  }

  #growTo(atLeast: number): void {
    const grown = new Float64Array(Math.max(atLeast, 2 * this.#values.length));
    grown.set(this.#values);
    this.#values = grown;
  }
}
