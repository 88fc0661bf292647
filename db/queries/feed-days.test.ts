import { beforeAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import { feedDays, feeds } from '@/db/schema/feeds';
import { useTestDatabase } from '@/db/testing';
import { addSource } from '@/db/testing/add-rows';
import type { FeedId } from '@/lib/model/ids';
import { readFeedDays, readPoliteness } from './feed-days';

const NOW = new Date('2026-11-23T23:30:00Z');
let first: FeedId;
let other: FeedId;

useTestDatabase();
beforeAll(async () => {
  await addSource('one');
  await addSource('two');
  const ids = (await database().select({ id: feeds.id }).from(feeds).orderBy(feeds.id)).map(({ id }) => id);
  [first, other] = ids as [FeedId, FeedId];
  await addDay(first, '2026-11-23', {
    polls: 10,
    notModified: 6,
    unchanged: 1,
    wireBytes: 3_000_000_000,
    savedBytes: 50,
  });
  await addDay(first, '2026-11-17', { polls: 5, retryAfters: 2, failed: 1 });
  await addDay(first, '2026-11-16', { polls: 100 });
  await addDay(first, '2026-10-25', { polls: 1_000 });
  await addDay(first, '2026-10-24', { polls: 10_000 });
  await addDay(other, '2026-11-20', { polls: 7, newArticles: 3, revisedArticles: 1 });
});

test('seven and thirty days of all feeds add up, today included', async () => {
  const { week, month } = await readPoliteness(NOW);
  expect(week).toEqual({
    polls: 22,
    notModified: 6,
    unchanged: 1,
    failed: 1,
    retryAfters: 2,
    wireBytes: 3_000_000_000,
    savedBytes: 50,
    newArticles: 3,
    revisedArticles: 1,
  });
  expect(month.polls).toBe(1_122);
});

test('one feed has its own sums and days, the latest first', async () => {
  expect((await readPoliteness(NOW, other)).week.polls).toBe(7);
  const days = await readFeedDays(first, NOW, 8);
  expect(days.map(({ day, polls }) => [day, polls])).toEqual([
    ['2026-11-23', 10],
    ['2026-11-17', 5],
    ['2026-11-16', 100],
  ]);
});

test('nothing asked is nothing, not unknown', async () => {
  const { week } = await readPoliteness(new Date('2030-01-01T00:00:00Z'));
  expect(Object.values(week).every((sum) => sum === 0)).toBe(true);
});

async function addDay(
  feedId: FeedId,
  day: string,
  rest: Partial<typeof feedDays.$inferInsert>,
): Promise<void> {
  await database()
    .insert(feedDays)
    .values({ feedId, day, ...rest });
}
