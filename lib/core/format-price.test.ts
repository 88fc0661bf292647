import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  directionOf,
  formatChange,
  formatPrice,
  formatSum,
  priceDecimals,
  speakChange,
  speakPrice,
} from './format-price';

test.each([
  ['64231.5', '64,231.50'],
  ['64231.505', '64,231.51'],
  ['1234567.891', '1,234,567.89'],
  ['999.999', '1,000.00'],
  ['142.3', '142.30'],
  ['14.2355', '14.236'],
  ['9.99996', '10.0000'],
  ['1', '1.0000'],
  ['0.99995', '1.0000'],
  ['0.5234', '0.5234'],
  ['0.1', '0.1000'],
  ['0.05', '0.05000'],
  ['0.0123456', '0.01235'],
  ['0.0001234', '0.0001234'],
  ['0.00001234', '0.0₄1234'],
  ['0.000001234', '0.0₅1234'],
  ['0.00009999951', '0.00010000'],
  ['0.0000000000001141', '0.0₁₂1141'],
  ['0.0000000000000000000000012', '0.0₂₃1200'],
  ['00064231.5', '64,231.50'],
  ['.5', '0.5000'],
  ['123456789012345678.123456789012345678', '123,456,789,012,345,678.12'],
  ['0', '–'],
  ['0.000', '–'],
  ['', '–'],
  ['.', '–'],
  ['NaN', '–'],
  ['-1', '–'],
  ['1e-8', '–'],
  [undefined, '–'],
])('the price %s reads %s', (price, shown) => {
  expect(formatPrice(price)).toBe(shown);
});

test.each([
  [1.24, '+1.24 %', 'up', 'up 1.24 percent'],
  [-0.25, '−0.25 %', 'down', 'down 0.25 percent'],
  [0, '0.00 %', 'flat', 'unchanged'],
  [-0, '0.00 %', 'flat', 'unchanged'],
  [0.004, '0.00 %', 'flat', 'unchanged'],
  [-0.004, '0.00 %', 'flat', 'unchanged'],
  [0.006, '+0.01 %', 'up', 'up 0.01 percent'],
  [12_345.678, '+12,345.68 %', 'up', 'up 12345.68 percent'],
  [-100, '−100.00 %', 'down', 'down 100.00 percent'],
  [undefined, '–', 'flat', 'change unknown'],
  [Number.NaN, '–', 'flat', 'change unknown'],
  [Number.POSITIVE_INFINITY, '–', 'flat', 'change unknown'],
])('a change of %s percent reads %s, points %s and says "%s"', (percent, ...expected) => {
  const [shown, direction, spoken] = expected;
  expect(formatChange(percent).replaceAll('\u00a0', ' ')).toBe(shown);
  expect(directionOf(percent)).toBe(direction);
  expect(speakChange(percent)).toBe(spoken);
});

test('number and percent sign never part at the end of a line', () => {
  expect(formatChange(1.24)).toBe('+1.24\u00a0%');
});

test.each([
  ['64231.5', '64,231.50 US dollars'],
  ['0.000001234', '0.000001234 US dollars'],
  [undefined, 'price unknown'],
])('the price %s is spoken "%s"', (price, spoken) => {
  expect(speakPrice(price)).toBe(spoken);
});

test.each([
  ['99.98', 2, '99.98'],
  ['100.02', 3, '100.020'],
  ['0.99991', 4, '0.9999'],
  ['0.0000011', 8, '0.0₅110'],
  ['0.0000000011', 8, '0.0₈1100'],
  ['1234567.5', 2, '1,234,567.50'],
])('the price %s in a column of %s decimals reads %s', (price, decimals, shown) => {
  expect(formatPrice(price, decimals)).toBe(shown);
});

test.each([
  ['64231.5', 2],
  ['14.2355', 3],
  ['0.5', 4],
  ['0.000001234', 9],
  ['nonsense', undefined],
  [undefined, undefined],
])('the price %s has %s decimals', (price, decimals) => {
  expect(priceDecimals(price)).toBe(decimals);
});

test.each([
  ['1151284684', '1.2 B'],
  [1_000_000_000_000, '1.0 T'],
  [845_200_000, '845 M'],
  [99_950_000, '100 M'],
  [999_960_000, '1.0 B'],
  [12_400, '12.4 K'],
  [999.6, '1.0 K'],
  [950.4, '950'],
  [0, '0'],
  ['5123456789012345', '5,123 T'],
  [undefined, '–'],
  ['nonsense', '–'],
  [-5, '–'],
])('the sum %s reads %s', (amount, shown) => {
  expect(formatSum(amount).replaceAll('\u00a0', ' ')).toBe(shown);
});

test('a price never shows as zero, and stays within half a last digit of the truth', () => {
  const price = fc
    .tuple(fc.bigInt({ min: 1n, max: 10n ** 15n }), fc.integer({ min: 0, max: 24 }))
    .map(([digits, decimals]) => {
      const padded = digits.toString().padStart(decimals + 1, '0');
      return decimals === 0 ? padded : `${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`;
    });
  fc.assert(
    fc.property(price, (text) => {
      const spoken = Number(speakPrice(text).replace(' US dollars', '').replaceAll(',', ''));
      expect(formatPrice(text)).toMatch(/[1-9]/);
      expect(Math.abs(spoken - Number(text)) / Number(text)).toBeLessThan(0.0006);
    }),
  );
});
