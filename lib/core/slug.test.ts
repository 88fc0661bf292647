import { expect, test } from 'vitest';
import { toSlug } from './slug';

test.each([
  ['Solana (SOL) tops $200', 'solana-sol-tops-200'],
  ['  The Fed’s   next move? ', 'the-feds-next-move'],
  ['比特币突破十万美元', '比特币突破十万美元'],
  ['بيتكوين يرتفع', 'بيتكوين-يرتفع'],
  ['ＢＴＣ　ＥＴＦ', 'btc-etf'],
  ['!!!', ''],
])('%j becomes %j', (title, slug) => {
  expect(toSlug(title)).toBe(slug);
});

test('a long title is cut without a loose hyphen', () => {
  const slug = toSlug('word '.repeat(60));
  expect([...slug].length).toBeLessThanOrEqual(80);
  expect(slug).not.toMatch(/-$/);
});
