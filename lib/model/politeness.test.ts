import { expect, test } from 'vitest';
import { shareWords } from './politeness';

test.each([
  [0, 0, '–'],
  [0, 9, '0 %'],
  [1, 900, '<1 %'],
  [5, 8, '63 %'],
  [899, 900, '99 %'],
  [9, 9, '100 %'],
])('%i of %i is %s', (part, whole, words) => {
  expect(shareWords(part, whole)).toBe(words);
});
