/** A positive or zero decimal number as digits, e.g. `"0.0000001141"`: never exponent form, never NaN. */
export type Decimal = string & { readonly __decimal: unique symbol };

const PLAIN = /^\d{1,18}(?:\.\d{1,24})?$/;
const EXPONENT = /^(\d+)(?:\.(\d+))?[eE]([+-]?\d{1,2})$/;

/**
 * Reads a price or size as a stranger wrote it.
 * `"1e-8"` becomes `"0.00000001"`; anything else that is not a plain decimal is `undefined`.
 */
export function toDecimal(text: string): Decimal | undefined {
  if (PLAIN.test(text)) return text as Decimal;
  const exponent = EXPONENT.exec(text);
  if (!exponent) return undefined;
  const plain = expand(exponent[1] ?? '', exponent[2] ?? '', Number(exponent[3]));
  return PLAIN.test(plain) ? (plain as Decimal) : undefined;
}

/** Like {@link toDecimal}, and greater than zero: a price of zero means "no price". */
export function toPrice(text: string): Decimal | undefined {
  const decimal = toDecimal(text);
  return decimal !== undefined && /[1-9]/.test(decimal) ? decimal : undefined;
}

/** Change from `open` to `last` in percent, or `undefined` where there is no open to compare with. */
export function percentChange(open: Decimal | undefined, last: Decimal): number | undefined {
  if (open === undefined) return undefined;
  const from = Number(open);
  return from > 0 ? ((Number(last) - from) / from) * 100 : undefined;
}

function expand(whole: string, fraction: string, exponent: number): string {
  const digits = whole + fraction;
  const point = whole.length + exponent;
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return digits.padEnd(point, '0').replace(/^0+(?=\d)/, '');
  return `${digits.slice(0, point).replace(/^0+(?=\d)/, '')}.${digits.slice(point)}`;
}
