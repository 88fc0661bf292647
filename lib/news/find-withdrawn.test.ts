import { expect, test } from 'vitest';
import type { ArticleId, FeedId } from '@/lib/model/ids';
import { findWithdrawn } from './find-withdrawn';

const FEED = 1 as FeedId;

/** Numbers stand for articles; each was published at its number, unless it is told otherwise. */
test.each<
  [string, readonly number[], readonly number[], readonly number[], Readonly<Record<number, number>>?]
>([
  ['nothing changes', [5, 4, 3], [5, 4, 3], []],
  ['the oldest make room', [5, 4, 3, 2, 1], [7, 6, 5, 4, 3], []],
  ['one is gone from between', [5, 4, 3, 2, 1], [5, 4, 2, 1], [3]],
  ['one is gone from before the last', [5, 4, 3], [5, 3], [4]],
  ['the newest is gone', [5, 4, 3], [4, 3], [5]],
  ['one is gone and another has come', [5, 4, 3, 2, 1], [6, 5, 4, 2, 1], [3]],
  ['two are gone', [6, 5, 4, 3, 2, 1], [6, 4, 2, 1], [5, 3]],
  ['all are others', [5, 4, 3], [8, 7, 6], []],
  ['the oldest stand first', [1, 2, 3, 4, 5], [1, 2, 4, 5], [3]],
  ['it is in no order', [3, 5, 1, 4, 2], [3, 5, 4, 2], []],
  ['an old one is pinned to the end', [5, 4, 3, 2, 1], [6, 5, 4, 3, 1], []],
  ['an old one is pinned to the top', [9, 5, 4, 3, 2, 1], [9, 6, 5, 4, 3, 2], [], { 9: 0 }],
  ['it becomes shorter and an old one stays', [5, 4, 3, 2, 1], [5, 4, 3, 1], [2]],
])('%s: %j → %j', (_, before, now, gone, at = {}) => {
  const ids = (numbers: readonly number[]) => numbers as readonly ArticleId[];
  const facts = new Map(
    ids([...before, ...now]).map((articleId) => [
      articleId,
      {
        articleId,
        feedId: FEED,
        at: new Date((at[articleId] ?? articleId) * 60_000),
        withdrawnAt: undefined,
      },
    ]),
  );
  const found = findWithdrawn({ feedId: FEED, before: ids(before), now: ids(now), facts });
  expect(found).toEqual(gone);
});
