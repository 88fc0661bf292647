import { expect, test } from 'vitest';
import type { ArticleId } from './ids';
import { countCopies, toRepostTree, type RepostNode } from './repost-tree';

const article = (id: number, repostOfId?: number) => ({
  id: id as ArticleId,
  repostOfId: repostOfId as ArticleId | undefined,
});

test('copies stand beneath what they copy, copies of copies beneath those', () => {
  const tree = toRepostTree([article(1), article(2, 1), article(3), article(4, 2), article(5, 1)]);
  expect(tree.map(show)).toEqual(['1(2(4) 5)', '3']);
  expect(tree.map(countCopies)).toEqual([3, 0]);
});

test('a copy of what is not there stands on top, in its place', () => {
  expect(toRepostTree([article(1), article(2, 99), article(3)]).map(show)).toEqual(['1', '2', '3']);
});

test('a circle loses nobody', () => {
  expect(toRepostTree([article(1, 2), article(2, 1), article(3, 1)]).map(show)).toEqual(['1(2 3)']);
});

function show({ article: { id }, copies }: RepostNode<{ id: ArticleId }>): string {
  return copies.length === 0 ? `${id}` : `${id}(${copies.map(show).join(' ')})`;
}
