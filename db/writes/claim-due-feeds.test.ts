import { beforeEach, expect, test } from 'vitest';
import { database } from '@/db/client';
import { feeds, sources } from '@/db/schema/feeds';
import { useTestDatabase } from '@/db/testing';
import type { FeedState } from '@/lib/model/feed';
import type { FeedId, SourceId } from '@/lib/model/ids';
import { claimDueFeeds, claimFeed } from './claim-due-feeds';

const NOW = new Date('2026-11-23T12:00:00Z');
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);

useTestDatabase();
beforeEach(async () => {
  await database().delete(feeds);
  await database()
    .insert(sources)
    .values({
      id: 'post' as SourceId,
      name: 'Post',
      siteUrl: 'https://post.example',
      language: 'en',
      kind: 'newsroom',
    })
    .onConflictDoNothing();
});

test('feeds are claimed when their time has come, the longest due first', async () => {
  await add('later', { nextPollAt: minutes(1) });
  await add('now', { nextPollAt: NOW });
  await add('overdue', { nextPollAt: minutes(-9) });
  expect(await claim(1)).toEqual(['overdue']);
  expect(await claim(9)).toEqual(['now']);
  expect(await claim(9)).toEqual([]);
});

test('a site of many feeds leaves room for the others', async () => {
  for (let number = 0; number < 30; number += 1) await add(`feed-${number}`, { nextPollAt: minutes(-2) });
  const others = ['https://other.example/a', 'https://third.example/b'];
  for (const url of others) await add('', { url, nextPollAt: minutes(-1) });
  const first = await claim(12);
  expect(first).toHaveLength(12);
  expect(first).toEqual(expect.arrayContaining(others));
  expect(await claim(40)).toHaveLength(20);
});

test.each<[string, { state?: FeedState; removedAt?: Date }]>([
  ['paused', { state: 'paused' }],
  ['gone for good', { state: 'dead' }],
  ['taken out', { removedAt: NOW }],
])('one that is %s is not', async (_, fields) => {
  await add('feed', fields);
  expect(await claim(9)).toEqual([]);
});

test('one that has failed for ever still is', async () => {
  await add('feed', { state: 'ill' });
  await database().update(feeds).set({ failures: 100_000 });
  expect(await claim(9)).toEqual(['feed']);
});

test('a lease keeps others away until it has passed: a poller that died loses the feed', async () => {
  const id = await add('feed', {});
  expect(await claim(9)).toEqual(['feed']);
  expect(await claimFeed(id, minutes(1.9))).toBeUndefined();
  expect(await claimDueFeeds(minutes(1.9), 9)).toEqual([]);
  expect(await claimFeed(id, minutes(2.1))).toMatchObject({ id, source: { name: 'Post' }, failures: 0 });
});

test('many pollers at once share the feeds out and none is claimed twice', async () => {
  for (let number = 0; number < 40; number += 1) await add(`feed-${number}`, {});
  const rounds = await Promise.all(Array.from({ length: 10 }, () => claim(9)));
  const claimed = rounds.flat();
  expect(new Set(claimed).size).toBe(claimed.length);
  const rest = await claim(40);
  expect(claimed.length + rest.length).toBe(40);
});

async function claim(limit: number): Promise<string[]> {
  return (await claimDueFeeds(NOW, limit)).map((feed) => feed.url.replace('https://post.example/', ''));
}

async function add(path: string, fields: Partial<typeof feeds.$inferInsert>): Promise<FeedId> {
  const [row] = await database()
    .insert(feeds)
    .values({
      sourceId: 'post' as SourceId,
      url: `https://post.example/${path}`,
      provenance: 'a test',
      nextPollAt: NOW,
      ...fields,
    })
    .returning({ id: feeds.id });
  if (!row) throw new Error('The feed was not stored.');
  return row.id;
}
