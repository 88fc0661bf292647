/** A small number that stands for an article in the indexes; given to another when its article is forgotten. */
export type Slot = number;

/** For each key the slots that have it. Most keys have one: those cost no list. */
export class Postings<K> {
  readonly #slots = new Map<K, Slot | Slot[]>();

  add(key: K, slot: Slot): void {
    const held = this.#slots.get(key);
    if (held === undefined) this.#slots.set(key, slot);
    else if (typeof held === 'number') this.#slots.set(key, [held, slot]);
    else held.push(slot);
  }

  remove(key: K, slot: Slot): void {
    const held = this.#slots.get(key);
    if (held === slot) this.#slots.delete(key);
    if (held === undefined || typeof held === 'number') return;
    const at = held.indexOf(slot);
    const last = held.pop();
    if (at < 0 || last === undefined) throw new Error('A posting was taken away that was never made.');
    if (at < held.length) held[at] = last;
    if (held.length === 0) this.#slots.delete(key);
  }

  get(key: K): readonly Slot[] {
    const held = this.#slots.get(key);
    if (held === undefined) return NONE;
    return typeof held === 'number' ? [held] : held;
  }
}

const NONE: readonly Slot[] = [];
