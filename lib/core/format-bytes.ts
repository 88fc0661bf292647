const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** `812 B`, `4.2 kB`, `120 MB`: in steps of a thousand, two or three figures. */
export function formatBytes(bytes: number): string {
  let amount = Math.max(0, bytes);
  let unit = 0;
  while (amount >= 999.5 && unit < UNITS.length - 1) {
    amount /= 1_000;
    unit += 1;
  }
  const figures = unit > 0 && amount < 9.95 ? 1 : 0;
  return `${amount.toFixed(figures)} ${UNITS[unit]}`;
}
