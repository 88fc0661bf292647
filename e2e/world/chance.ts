/**
 * Chance that can be asked twice. Everything in the world is a function of the seed and of the moment,
 * so a world that is started again tells the same past.
 */
export interface Chance {
  /** 0 ≤ x < 1. */
  unit(): number;
  /** Between `low` and `high`, evenly. */
  between(low: number, high: number): number;
  /** A whole number, both ends included. */
  int(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
  isLikely(probability: number): boolean;
  shuffle<T>(list: readonly T[]): T[];
}

export function createChance(seed: number): Chance {
  let drawn = 0;
  const unit = () => unitAt(seed, drawn++);
  const between = (low: number, high: number) => low + unit() * (high - low);
  const int = (low: number, high: number) => Math.floor(between(low, high + 1));
  return {
    unit,
    between,
    int,
    pick: (list) => pickAt(list, unit()),
    isLikely: (probability) => unit() < probability,
    shuffle: (list) =>
      list
        .map((value) => ({ value, order: unit() }))
        .toSorted((a, b) => a.order - b.order)
        .map(({ value }) => value),
  };
}

/** A seed of its own for each name under the world's seed (FNV-1a). */
export function seedOf(...parts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of parts.join('\u0000')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return mix(hash, 0);
}

/** The `index`-th number of a seed, 0 ≤ x < 1, without drawing those before it. */
export function unitAt(seed: number, index: number): number {
  return mix(seed, index) / 0x1_0000_0000;
}

/** Bell-shaped, mean 0, deviation 1, never beyond ±3. */
export function bellAt(seed: number, index: number): number {
  const at = index * 3;
  return (unitAt(seed, at) + unitAt(seed, at + 1) + unitAt(seed, at + 2) - 1.5) * 2;
}

function pickAt<T>(list: readonly T[], unit: number): T {
  const index = Math.floor(unit * list.length);
  if (index >= list.length) throw new Error('Nothing to pick from an empty list.');
  return list[index] as T;
}

/** The finaliser of MurmurHash3 over seed and index: 32 well-mixed bits. */
function mix(seed: number, index: number): number {
  let bits = Math.imul(index + 0x9e3779b9, 0x85ebca6b) ^ seed;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
