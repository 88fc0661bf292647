import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { readFeed } from '@/db/queries/feeds';
import { feeds, fetches, sources } from '@/db/schema/feeds';
import { useTestDatabase } from '@/db/testing';
import { fetchRecord } from '@/db/testing/fetch-record';
import { insertFeed } from '@/db/writes/insert-feed';
import { recordFetch } from '@/db/writes/record-fetch';
import type { FeedId, SourceId } from '@/lib/model/ids';
import { pauseFeed } from './pause-feed';
import { removeFeed } from './remove-feed';
import { restoreFeed } from './restore-feed';
import { resumeFeed } from './resume-feed';

const NOW = new Date('2026-11-23T12:00:00Z');
const LATER = new Date('2026-11-23T12:05:00Z');
const OUTLET = 'outlet' as SourceId;
const URL = 'https://outlet.example/feed';
const NOBODY = 999_999 as FeedId;

useTestDatabase();
beforeAll(async () => {
  const siteUrl = 'https://outlet.example';
  await database()
    .insert(sources)
    .values({ id: OUTLET, name: 'Outlet', siteUrl, language: 'en', kind: 'newsroom' });
});
beforeEach(async () => {
  await database().delete(fetches);
  await database().delete(feeds);
});

describe('pausing', () => {
  test('a paused feed says so, and stays paused when a poll under way ends', async () => {
    const id = await addFeed();
    expect(await pauseFeed(id, NOW)).toEqual({
      kind: 'done',
      feed: { id, url: URL, sourceName: 'Outlet' },
    });
    expect(await readFeed(id)).toMatchObject({
      state: 'paused',
      stateReason: 'Paused by an operator.',
      stateSince: NOW,
    });
    await poll(id, 0);
    expect(await readFeed(id)).toMatchObject({ state: 'paused', lastFetch: { outcome: 'fetched' } });
  });

  test.each([
    [0, undefined, 'new'],
    [0, NOW, 'well'],
    [3, NOW, 'ill'],
  ])(
    'after %i failures and a success at %s a feed resumes as %s, due at once',
    async (failures, lastSuccessAt, state) => {
      const id = await addFeed({ failures, lastSuccessAt: lastSuccessAt ?? null, state: 'paused' });
      expect(await resumeFeed(id, LATER)).toMatchObject({ kind: 'done' });
      expect(await readFeed(id)).toMatchObject({ state, stateReason: undefined, nextPollAt: LATER });
    },
  );

  test('a feed that was gone for good can be asked again, one that is well cannot be resumed', async () => {
    expect(await resumeFeed(await addFeed({ state: 'dead', failures: 1 }), NOW)).toMatchObject({
      kind: 'done',
    });
    await database().delete(feeds);
    expect(await resumeFeed(await addFeed({ state: 'well' }), NOW)).toEqual({ kind: 'missing' });
  });
});

describe('removing', () => {
  test('a removed feed is out of the catalogue, keeps its log, and comes back', async () => {
    const id = await addFeed();
    await poll(id, 0);
    expect(await removeFeed(id, NOW)).toMatchObject({ kind: 'done' });
    expect(await readFeed(id)).toMatchObject({ removedAt: NOW, lastFetch: { outcome: 'fetched' } });
    expect(await removeFeed(id, NOW)).toEqual({ kind: 'missing' });
    expect(await pauseFeed(id, NOW)).toEqual({ kind: 'missing' });
    expect(await restoreFeed(id, LATER)).toMatchObject({ kind: 'done' });
    expect(await readFeed(id)).toMatchObject({ removedAt: undefined, nextPollAt: LATER });
    expect(await restoreFeed(id, LATER)).toEqual({ kind: 'missing' });
  });

  test('it does not come back beside a twin', async () => {
    const id = await addFeed();
    await removeFeed(id, NOW);
    await addFeed();
    expect(await restoreFeed(id, LATER)).toEqual({ kind: 'taken' });
  });

  test('undone twice at once, it is back once', async () => {
    const id = await addFeed();
    await removeFeed(id, NOW);
    const results = await Promise.all([restoreFeed(id, LATER), restoreFeed(id, LATER)]);
    expect(results.map(({ kind }) => kind).toSorted()).toEqual(['done', 'missing']);
  });
});

describe('inserting', () => {
  const wanted = { url: URL, provenance: 'test', source: OUTLET };

  test('an address added twice at once is one feed', async () => {
    const results = await Promise.all([
      insertFeed(wanted, NOW),
      insertFeed(wanted, NOW),
      insertFeed(wanted, NOW),
    ]);
    expect(results.map(({ kind }) => kind).toSorted()).toEqual(['exists', 'exists', 'inserted']);
    expect(await database().select().from(feeds)).toHaveLength(1);
  });

  test('an address that was taken out comes back with its history, asked afresh', async () => {
    const id = await addFeed({ state: 'dead', failures: 4 });
    await poll(id, 4);
    await removeFeed(id, NOW);
    expect(await insertFeed(wanted, LATER)).toEqual({ kind: 'restored', id });
    expect(await readFeed(id)).toMatchObject({
      state: 'new',
      failures: 0,
      removedAt: undefined,
      nextPollAt: LATER,
    });
  });

  test('a new source whose id is taken gets a number', async () => {
    const source = {
      id: OUTLET,
      name: 'Outlet of another land',
      siteUrl: 'https://outlet.test',
      language: 'de',
      country: 'AT',
      kind: 'newsroom' as const,
      cryptoOnly: false,
    };
    const inserted = await insertFeed({ ...wanted, source }, NOW);
    if (inserted.kind !== 'inserted') throw new Error(inserted.kind);
    expect(await readFeed(inserted.id)).toMatchObject({ sourceId: 'outlet-2', sourceName: source.name });
  });

  test('a source that is not there stores nothing', async () => {
    expect(await insertFeed({ ...wanted, source: 'nobody' as SourceId }, NOW)).toEqual({ kind: 'no-source' });
    expect(await database().select().from(feeds)).toEqual([]);
  });
});

test.each([
  ['pause', () => pauseFeed(NOBODY, NOW)],
  ['resume', () => resumeFeed(NOBODY, NOW)],
  ['remove', () => removeFeed(NOBODY, NOW)],
  ['restore', () => restoreFeed(NOBODY, NOW)],
])('to %s a feed that is not there is told so', async (_, act) => {
  expect(await act()).toEqual({ kind: 'missing' });
});

async function addFeed(rest: Partial<typeof feeds.$inferInsert> = {}): Promise<FeedId> {
  const [row] = await database()
    .insert(feeds)
    .values({ sourceId: OUTLET, url: URL, provenance: 'test', ...rest })
    .returning({ id: feeds.id });
  if (!row) throw new Error('No feed was stored.');
  return row.id;
}

function poll(feedId: FeedId, failures: number): Promise<void> {
  return recordFetch(
    fetchRecord({ feedId, startedAt: NOW, nextPollAt: LATER, items: 1, newArticles: 1, failures }),
  );
}
