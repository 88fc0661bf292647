import Big from 'big.js';
import { toPrice, type Decimal } from '@/lib/core/decimal';

/** A converted price says at least this much, however few digits the venue gave. */
const SIGNIFICANT_DIGITS = 6;
const MAX_DECIMALS = 24;

/** `price` in US dollars at `rate`, as exact as the venue's own digits make sense. */
export function convert(price: Decimal, rate: Decimal): Decimal {
  if (rate === '1') return tidy(price);
  return round(new Big(price).times(rate), price) ?? price;
}

/** The middle of two prices, as exact as the more exact of them. */
export function middle(a: Decimal, b: Decimal): Decimal {
  const finer = decimalsOf(a) >= decimalsOf(b) ? a : b;
  return round(new Big(a).plus(b).div(2), finer) ?? finer;
}

/** What `last` stood at before it changed by `percent`. */
export function beforeChange(last: Decimal, percent: number): Decimal | undefined {
  const factor = 1 + percent / 100;
  return Number.isFinite(factor) && factor > 0 ? round(new Big(last).div(factor), last) : undefined;
}

/** Without the zeros that a venue pads its prices with. */
export function tidy(price: Decimal): Decimal {
  return toPrice(new Big(price).toFixed()) ?? price;
}

/** A sum of many trades: whole dollars are exact enough. */
export function toWholeUsd(amount: number): Decimal | undefined {
  return Number.isFinite(amount) && amount >= 1 ? toPrice(new Big(amount).toFixed(0)) : undefined;
}

function round(value: Big, like: Decimal): Decimal | undefined {
  const forDigits = SIGNIFICANT_DIGITS - 1 - value.e;
  const decimals = Math.min(MAX_DECIMALS, Math.max(decimalsOf(like), forDigits, 0));
  return toPrice(new Big(value.toFixed(decimals)).toFixed());
}

function decimalsOf(price: Decimal): number {
  return tidy(price).split('.')[1]?.length ?? 0;
}
