import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { feeds, sources } from '@/db/schema/feeds';
import { readFeedCatalogue } from '@/db/seed/read-feed-catalogue';
import { useTestDatabase } from '@/db/testing';
import { seedFeeds } from './seed-feeds';

const NOW = new Date('2026-11-23T12:00:00Z');

useTestDatabase();

test('the shipped catalogue is taken in whole, unproven, and spread over the first minute', async () => {
  const catalogue = readFeedCatalogue();
  await seedFeeds(catalogue, NOW);
  const rows = await database().select().from(feeds);
  expect(rows).toHaveLength(catalogue.length);
  expect(rows.length).toBeGreaterThanOrEqual(60);
  expect(rows.every((feed) => feed.state === 'new' && !feed.proven && feed.provenance !== '')).toBe(true);
  const last = Math.max(...rows.map((feed) => feed.nextPollAt.getTime()));
  expect(last - NOW.getTime()).toBeLessThan(60_000);
});

test('newsrooms and aggregators are shown by excerpt, official sources in full', async () => {
  const shown = await database()
    .selectDistinct({ kind: sources.kind, fullText: feeds.fullText })
    .from(feeds)
    .innerJoin(sources, eq(sources.id, feeds.sourceId));
  const modes = new Map(shown.map(({ kind, fullText }) => [kind, fullText]));
  expect(shown).toHaveLength(modes.size);
  expect(Object.fromEntries(modes)).toMatchObject({ newsroom: 'excerpt', official: 'delivered' });
});

test('a second start adds nothing and changes nothing an operator did', async () => {
  const [paused, removed] = await database().select().from(feeds).limit(2);
  if (!paused || !removed) throw new Error('The catalogue is empty.');
  await database().update(feeds).set({ state: 'paused' }).where(eq(feeds.id, paused.id));
  await database().update(feeds).set({ removedAt: NOW }).where(eq(feeds.id, removed.id));
  const before = await database().select().from(feeds).orderBy(feeds.id);
  const sourcesBefore = (await database().select().from(sources)).length;
  await seedFeeds(readFeedCatalogue(), new Date('2026-12-01T00:00:00Z'));
  expect(await database().select().from(feeds).orderBy(feeds.id)).toEqual(before);
  expect(await database().select().from(sources)).toHaveLength(sourcesBefore);
});

test('a feed that has moved for good is not added again where it was', async () => {
  const catalogue = readFeedCatalogue();
  const [feed] = await database().select().from(feeds).limit(1);
  if (!feed) throw new Error('The catalogue is empty.');
  const moved = { url: 'https://elsewhere.example/feed', movedFrom: [feed.url] };
  await database().update(feeds).set(moved).where(eq(feeds.id, feed.id));
  await seedFeeds(catalogue, NOW);
  expect(await database().select().from(feeds).where(eq(feeds.url, feed.url))).toEqual([]);
});
