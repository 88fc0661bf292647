import { beforeAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import { articleBonds, deskDecisions } from '@/db/schema/desk';
import { useTestDatabase } from '@/db/testing';
import { addArticle, addSource } from '@/db/testing/add-rows';
import { DAY_MS } from '@/lib/core/time';
import type { ArticleId } from '@/lib/model/ids';
import { loadBonds, loadBondsOf } from './article-bonds';

const NOW = new Date('2026-05-04T12:00:00Z');

useTestDatabase();

let ids: readonly ArticleId[] = [];

beforeAll(async () => {
  const sourceId = await addSource('post');
  const daysAgo = [9, 8, 1, 0];
  const added = [];
  for (const days of daysAgo) {
    const at = new Date(NOW.getTime() - days * DAY_MS);
    added.push((await addArticle({ sourceId, title: `Seen ${days} days ago`, at })).articleId);
  }
  ids = added;
  const [decision] = await database()
    .insert(deskDecisions)
    .values({ at: NOW, kind: 'merge-stories', subject: {}, summary: '', before: {}, after: {} })
    .returning();
  const decisionId = decision?.id ?? 0;
  const pair = (first: number, second: number, bond: 'together' | 'apart') => {
    const [articleId, otherId] = [nth(first), nth(second)];
    return { articleId, otherId, bond, decisionId };
  };
  await database()
    .insert(articleBonds)
    .values([pair(0, 1, 'together'), pair(0, 2, 'apart'), pair(2, 3, 'together')]);
});

test('bonds are all there are, or those of which one article was seen since', async () => {
  const all = [
    { articleId: nth(0), otherId: nth(1), bond: 'together' },
    { articleId: nth(0), otherId: nth(2), bond: 'apart' },
    { articleId: nth(2), otherId: nth(3), bond: 'together' },
  ];
  expect(await loadBonds()).toEqual(all);
  expect(await loadBonds(new Date(NOW.getTime() - 3 * DAY_MS))).toEqual(all.slice(1));
  expect(await loadBonds(new Date(NOW.getTime() + DAY_MS))).toEqual([]);
});

test('bonds of chosen articles are found from either side', async () => {
  expect(await loadBondsOf([nth(1)])).toHaveLength(1);
  expect(await loadBondsOf([nth(2)])).toHaveLength(2);
  expect(await loadBondsOf([])).toEqual([]);
});

function nth(index: number): ArticleId {
  const id = ids[index];
  if (id === undefined) throw new Error('There is no such article.');
  return id;
}
