import { describe, expect, it } from 'vitest';
import { hashArticle } from './hash-text';

const ARTICLE = { title: 'Harbour opens', dek: 'At last.', bodyText: 'The gates stand open. '.repeat(20) };

describe('the title’s hash', () => {
  const hashOf = (title: string) => hashArticle({ ...ARTICLE, title }).titleHash;

  it('does not see case, blanks and punctuation', () => {
    expect(hashOf('Harbour Opens!')).toBe(hashOf('harbour  opens'));
    expect(hashOf('Ｈarbour opens')).toBe(hashOf('Harbour opens'));
  });

  it.each([
    ['比特币突破十万美元', '以太坊跌破三千美元'],
    ['بيتكوين', 'إيثريوم'],
    ['비트코인', '이더리움'],
    ['BNB drops below 930 USDT', 'BNB drops below 940 USDT'],
    ['🚀', '💥'],
  ])('tells "%s" from "%s"', (one, other) => {
    expect(hashOf(one)).not.toBe(hashOf(other));
  });
});

it('the body’s hash is missing for short texts and does not see how a text is set', () => {
  expect(hashArticle({ ...ARTICLE, bodyText: 'Short.' }).bodyHash).toBeUndefined();
  const { bodyHash } = hashArticle(ARTICLE);
  expect(bodyHash).toMatch(/^[0-9a-f]{64}$/);
  expect(hashArticle({ ...ARTICLE, bodyText: ARTICLE.bodyText.replaceAll(' ', '\n') }).bodyHash).toBe(
    bodyHash,
  );
});

it.each([{ title: 'Harbour closes' }, { dek: undefined }, { bodyText: 'Other.' }])(
  'the content’s hash sees %o',
  (change) => {
    expect(hashArticle({ ...ARTICLE, ...change }).contentHash).not.toBe(hashArticle(ARTICLE).contentHash);
  },
);
