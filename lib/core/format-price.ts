/** What stands where a number is not known. */
export const UNKNOWN = '–';

const MINUS = '−';
const NO_BREAK_SPACE = '\u00a0';
const TINY_DIGITS = 4;
/** From this many zeros after the point they are counted instead of written: `0.0₅1234`. */
const COUNT_ZEROS_FROM = 4;
const SUMS = [
  { size: 1e12, letter: 'T' },
  { size: 1e9, letter: 'B' },
  { size: 1e6, letter: 'M' },
  { size: 1e3, letter: 'K' },
] as const;

export type Direction = 'up' | 'down' | 'flat';

/**
 * A price for the eye: `64,231.50`, `0.5234`, `0.0₅1234`.
 * Made of digits, not of a locale: server and browser write the same.
 * @param decimals fixed for a column or a price that ticks; by the magnitude where left out.
 */
export function formatPrice(price: string | undefined, decimals?: number): string {
  const plain = price === undefined ? undefined : roundPrice(price, decimals);
  if (plain === undefined) return UNKNOWN;
  const zeros = zerosAfterPoint(plain);
  if (zeros >= COUNT_ZEROS_FROM) return `0.0${toSubscript(zeros)}${plain.slice(2 + zeros)}`;
  return groupThousands(plain);
}

/** How many decimals a price of this magnitude has; `undefined` where it is none. */
export function priceDecimals(price: string | undefined): number | undefined {
  const plain = price === undefined ? undefined : roundPrice(price);
  return plain === undefined ? undefined : plain.length - plain.indexOf('.') - 1;
}

/** As {@link formatPrice}, with every zero written: `0.000001234`. For sentences, read or heard. */
export function writePrice(price: string | undefined, decimals?: number): string {
  const plain = price === undefined ? undefined : roundPrice(price, decimals);
  return plain === undefined ? UNKNOWN : groupThousands(plain);
}

/** A price for the ear. */
export function speakPrice(price: string | undefined): string {
  const written = writePrice(price);
  return written === UNKNOWN ? 'price unknown' : `${written} US dollars`;
}

/** A change with its sign and a real minus: `+1.24 %`, `−0.25 %`; what rounds to nothing has no sign. */
export function formatChange(percent: number | undefined): string {
  if (percent === undefined || !Number.isFinite(percent)) return UNKNOWN;
  const sign = { up: '+', down: MINUS, flat: '' }[directionOf(percent)];
  return `${sign}${groupThousands(Math.abs(percent).toFixed(2))}${NO_BREAK_SPACE}%`;
}

/** `up 1.24 percent`, for the ear. */
export function speakChange(percent: number | undefined): string {
  if (percent === undefined || !Number.isFinite(percent)) return 'change unknown';
  const direction = directionOf(percent);
  return direction === 'flat' ? 'unchanged' : `${direction} ${Math.abs(percent).toFixed(2)} percent`;
}

/** Which way a change points once it is rounded as it is shown. */
export function directionOf(percent: number | undefined): Direction {
  if (percent === undefined || !Number.isFinite(percent)) return 'flat';
  const shown = Number(percent.toFixed(2));
  if (shown === 0) return 'flat';
  return shown > 0 ? 'up' : 'down';
}

/** A big sum in three figures at most: `1.2 B`, `845 M`, `12.4 K`, `950`. */
export function formatSum(amount: string | number | undefined): string {
  const value = amount === undefined ? Number.NaN : Number(amount);
  if (!Number.isFinite(value) || value < 0) return UNKNOWN;
  const unit = SUMS.find(({ size }) => value >= size * 0.9995);
  if (!unit) return String(Math.round(value));
  return `${toThreeFigures(value / unit.size)}${NO_BREAK_SPACE}${unit.letter}`;
}

/** `"64231.5"` → `"64231.50"`: rounded to the decimals of its magnitude; `undefined` for what is no price. */
function roundPrice(price: string, decimals?: number): string | undefined {
  const parts = /^0*(\d*)(?:\.(\d*))?$/.exec(price);
  if (!parts) return undefined;
  const [, whole = '', fraction = ''] = parts;
  if (!/[1-9]/.test(whole + fraction)) return undefined;
  const fixed = decimals === undefined ? '' : roundTo(whole, fraction, decimals);
  // What fell below a column's last digit is still not nothing.
  return /[1-9]/.test(fixed) ? fixed : roundTo(whole, fraction, decimalsFor(whole, fraction));
}

function decimalsFor(whole: string, fraction: string): number {
  if (whole.length >= 3) return 2;
  if (whole.length === 2) return 3;
  const zeros = /^0*/.exec(fraction)?.[0].length ?? 0;
  // Either side of one dollar has the same decimals: a stablecoin does not jump back and forth.
  return whole.length === 1 || zeros === 0 ? 4 : zeros + TINY_DIGITS;
}

/** Half up, on digits: a float would lose the last ones of a long decimal. */
function roundTo(whole: string, fraction: string, decimals: number): string {
  const kept = BigInt(`0${whole}${fraction.padEnd(decimals + 1, '0').slice(0, decimals + 1)}`);
  const digits = ((kept + 5n) / 10n).toString().padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function zerosAfterPoint(plain: string): number {
  return /^0\.(0*)/.exec(plain)?.[1]?.length ?? 0;
}

function toSubscript(count: number): string {
  return [...String(count)].map((digit) => String.fromCodePoint(0x2080 + Number(digit))).join('');
}

function groupThousands(plain: string): string {
  const [whole = '', fraction] = plain.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function toThreeFigures(value: number): string {
  return value < 99.95 ? value.toFixed(1) : groupThousands(value.toFixed(0));
}
