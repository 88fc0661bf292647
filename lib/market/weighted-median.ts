/** The value at which half of the weight lies below: always one of the given ones. `undefined` of nothing. */
export function weightedMedian<T>(
  items: readonly T[],
  valueOf: (item: T) => number,
  weightOf: (item: T) => number,
): T | undefined {
  const ascending = items.toSorted((a, b) => valueOf(a) - valueOf(b));
  const half = ascending.reduce((sum, item) => sum + weightOf(item), 0) / 2;
  let below = 0;
  return ascending.find((item) => (below += weightOf(item)) >= half);
}

/** The plain median; of an even count the middle of the two inner values. */
export function medianOf(values: readonly number[]): number {
  const ascending = values.toSorted((a, b) => a - b);
  const upper = ascending[Math.floor(ascending.length / 2)] ?? Number.NaN;
  const lower = ascending[Math.ceil(ascending.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}
