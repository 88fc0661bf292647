import { expect, test } from 'vitest';
import { isOtherHeadline } from './headline-change';

test.each([
  ['blanks', 'Mint  pauses\u00a0work ', 'Mint pauses work'],
  ['quotes', 'Mint’s ‘pause’ is “final”', `Mint's 'pause' is "final"`],
  ['hyphens and dashes', 'Exchange‑held coins – seized', 'Exchange-held coins - seized'],
  ['an ellipsis', 'And then…', 'And then...'],
  ['joiners and soft hyphens', 'Ex\u00adchange\u200b pauses', 'Exchange pauses'],
  ['forms of one letter', 'Cafe\u0301 opens at № 5', 'Café opens at No 5'],
])('another way of setting %s makes no other headline', (_, before, after) => {
  expect(isOtherHeadline(before, after)).toBe(false);
  expect(isOtherHeadline(after, before)).toBe(false);
});

test.each([
  ['a word', 'Flows could touch $56T', 'Flows could near $56T'],
  ['a number', 'Falls 14%', 'Falls 15%'],
  ['case', 'Top Privacy token falls', 'Top privacy token falls'],
  ['a question mark', 'Is it over', 'Is it over?'],
  ['one ideograph', '比特币突破十万美元', '比特币跌破十万美元'],
])('%s makes another headline', (_, before, after) => {
  expect(isOtherHeadline(before, after)).toBe(true);
});
