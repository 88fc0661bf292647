import { expect, test } from 'vitest';
import { importWords } from './opml-words';

const COUNTS = { pending: 0, added: 1, known: 0, merged: 0, refused: 0, cancelled: 0 };

test.each([
  [
    { state: 'running', lines: 5, counts: { ...COUNTS, pending: 2 } },
    '3 of 5 lines done, 1 feed added so far.',
  ],
  [{ state: 'finished', lines: 1, counts: COUNTS }, 'Its line is done, 1 feed added.'],
  [
    { state: 'cancelled', lines: 9, counts: { ...COUNTS, added: 2, cancelled: 7 } },
    'Cancelled with 7 lines left, 2 feeds added.',
  ],
] as const)('an import %o says how far it has come', (summary, words) => {
  expect(importWords(summary)).toBe(words);
});
