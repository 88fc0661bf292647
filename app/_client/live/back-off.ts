const FIRST_MS = 500;
const LONGEST_MS = 10_000;

/** How long to wait before the next try: doubling, half of it by chance so that a thousand tabs do not return as one. */
export function backOffMs(failures: number, random: () => number): number {
  const span = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 16));
  return Math.round(span / 2 + (random() * span) / 2);
}
