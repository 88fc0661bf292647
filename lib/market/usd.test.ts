import { describe, expect, it } from 'vitest';
import { toPrice, type Decimal } from '@/lib/core/decimal';
import { beforeChange, convert, middle, toWholeUsd } from './usd';

function price(text: string): Decimal {
  const decimal = toPrice(text);
  if (decimal === undefined) throw new Error(`"${text}" is no price.`);
  return decimal;
}

describe('a price in dollars', () => {
  it.each([
    ['86128.01000000', '1', '86128.01'],
    ['86128.01000000', '0.9997', '86102.17'],
    ['86128', '0.95', '81821.6'],
    ['0.0000001141', '0.9997', '0.000000114066'],
    ['0.04342', '1.0002', '0.0434287'],
    ['1', '0.95', '0.95'],
    ['123456789012', '1.1', '135802467913'],
  ])('of %s at %s is %s', (amount, rate, usd) => {
    expect(convert(price(amount), price(rate))).toBe(usd);
  });
});

it.each([
  ['100', '102', '101'],
  ['86128.01', '86128.04', '86128.03'],
  ['0.0000001141', '0.0000001143', '0.0000001142'],
])('the middle of %s and %s is %s', (a, b, expected) => {
  expect(middle(price(a), price(b))).toBe(expected);
});

it.each([
  ['110', 10, '100'],
  ['95', -5, '100'],
  ['95', -100, undefined],
  ['95', Number.NaN, undefined],
])('%s after a change of %d %% stood at %s before', (last, percent, before) => {
  expect(beforeChange(price(last), percent)).toBe(before);
});

it.each([
  [1151284684.75, '1151284685'],
  [1e21, undefined],
  [0.4, undefined],
  [Number.NaN, undefined],
  [Number.POSITIVE_INFINITY, undefined],
])('a day of %d dollars is %s', (amount, expected) => {
  expect(toWholeUsd(amount)).toBe(expected);
});
