import { expect, test } from 'vitest';
import { explainTag } from './explain-tag';

test('says where, what and by which rule', () => {
  const tag = {
    field: 'title',
    rule: 'name+ticker',
    matchedText: 'Solana (SOL)',
    confirmedBy: undefined,
  } as const;
  expect(explainTag(tag)).toBe('Title: “Solana (SOL)”, the name stands with its ticker');
});

test('names what confirmed a match that would not count alone', () => {
  const tag = { field: 'lede', rule: 'ticker+context', matchedText: 'LINK', confirmedBy: 'SOL' } as const;
  expect(explainTag(tag)).toMatch(/^Lede: “LINK”, .*, confirmed by “SOL”$/);
});
