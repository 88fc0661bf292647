import { expect, test } from 'vitest';
import { explainTag, type TagReason } from './explain-tag';

const found: TagReason = {
  field: 'title',
  rule: 'name+ticker',
  matchedText: 'Solana (SOL)',
  confirmedBy: undefined,
  decidedBy: 'linker',
};

test('says where, what and by which rule', () => {
  expect(explainTag(found)).toBe('Title: “Solana (SOL)”, the name stands with its ticker');
});

test('names what confirmed a match that would not count alone', () => {
  const tag = {
    ...found,
    field: 'lede',
    rule: 'ticker+context',
    matchedText: 'LINK',
    confirmedBy: 'SOL',
  } as const;
  expect(explainTag(tag)).toMatch(/^Lede: “LINK”, .*, confirmed by “SOL”$/);
});

test('tells a person’s word from the linker’s', () => {
  expect(explainTag({ ...found, decidedBy: 'operator' })).toBe('An operator of this desk said so');
});
