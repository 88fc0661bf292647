import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toSlug } from '@/lib/core/slug';
import type { ArticleId, TokenId } from './ids';
import { articlePath, tokenPath, trailingId } from './paths';

test('whatever its title, an article is found again by its address', () => {
  const title = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string(), fc.constant('以太坊 (ETH) 2026'));
  fc.assert(
    fc.property(title, fc.nat({ max: 999_999_999_999_999 }), (words, id) => {
      const path = articlePath({ id: id as ArticleId, slug: toSlug(words) });
      expect(path).toMatch(/^\/article\/[^/?#\s]+$/);
      expect(trailingId(decodeURIComponent(path.slice('/article/'.length)))).toBe(id);
    }),
  );
});

test.each([
  ['bitcoin-tops-100-7', 7],
  ['7', 7],
  ['bitcoin', undefined],
  ['bitcoin-7-', undefined],
  ['bitcoin7', undefined],
  ['x-9999999999999999', undefined],
  ['', undefined],
])('the address %s ends in %s', (segment, id) => {
  expect(trailingId(segment)).toBe(id);
});

test('an id is no way out of its place', () => {
  expect(tokenPath('../console' as TokenId)).toBe('/token/..%2Fconsole');
});
