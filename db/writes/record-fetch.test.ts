import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { database } from '@/db/client';
import { feedDays, feedDocuments, feeds, fetches, sources } from '@/db/schema/feeds';
import { useTestDatabase } from '@/db/testing';
import { fetchRecord } from '@/db/testing/fetch-record';
import type { FeedDocument } from '@/lib/model/feed';
import type { FetchRecord } from '@/lib/model/fetch-record';
import type { ArticleId, FeedId, SourceId } from '@/lib/model/ids';
import { markFeedPaused } from './mark-feed-paused';
import { recordFetch } from './record-fetch';

const NOW = new Date('2026-11-23T23:59:50Z');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);
const POST = 'post' as SourceId;
const DOCUMENT: FeedDocument = {
  bodyHash: 'a1',
  wireBytes: 4_000,
  items: 1,
  listed: [{ fingerprint: 'f', articleId: 7 as ArticleId }],
  readAt: NOW,
};

useTestDatabase();
let id: FeedId;
beforeEach(async () => {
  for (const table of [fetches, feedDays, feedDocuments, feeds]) await database().delete(table);
  const site = { name: 'Post', siteUrl: 'https://post.example', language: 'en', kind: 'newsroom' as const };
  await database()
    .insert(sources)
    .values({ id: POST, ...site })
    .onConflictDoNothing();
  id = await add('feed');
});

test('a poll is a line of the log, and a turn of the feed', async () => {
  await database()
    .update(feeds)
    .set({ leasedUntil: later(60) });
  await record({
    outcome: 'not-modified',
    httpStatus: 304,
    trigger: 'push',
    savedBytes: 4_000,
    pollReason: 'as its rhythm goes',
    nextPollAt: later(90),
    intervalSeconds: 90,
    findings: [{ kind: 'flood', words: 'Many.', since: 's', seen: 's' }],
    announcedIntervalSeconds: 60,
  });
  const [line] = await database().select().from(fetches);
  expect(line).toMatchObject({ outcome: 'not-modified', trigger: 'push', savedBytes: 4_000, tier: 'strict' });
  expect(await read()).toMatchObject({
    leasedUntil: null,
    state: 'well',
    stateReason: null,
    stateSince: later(0.005),
    lastSuccessAt: later(0.005),
    nextPollAt: later(90),
    pollReason: 'as its rhythm goes',
    intervalSeconds: 90,
    announcedIntervalSeconds: 60,
    findings: [{ kind: 'flood' }],
  });
});

test('days add up in UTC, each for itself', async () => {
  await record({ bytes: 1_000, wireBytes: 300, newArticles: 2, revisedArticles: 1 });
  await record({ outcome: 'not-modified', bytes: undefined, wireBytes: undefined, savedBytes: 300 });
  await record({
    outcome: 'limited',
    bytes: undefined,
    wireBytes: undefined,
    retryAfterSeconds: 60,
    failures: 1,
  });
  await record({ isUnchanged: true, bytes: 1_000, wireBytes: 1_000, startedAt: later(20) });
  const days = await database().select().from(feedDays).orderBy(feedDays.day);
  expect(days).toMatchObject([
    {
      day: '2026-11-23',
      polls: 3,
      notModified: 1,
      unchanged: 0,
      failed: 1,
      retryAfters: 1,
      wireBytes: 300,
      savedBytes: 1_000,
      newArticles: 2,
      revisedArticles: 1,
    },
    { day: '2026-11-24', polls: 1, notModified: 0, unchanged: 1, wireBytes: 1_000, savedBytes: 0 },
  ]);
});

test('a good answer takes the place of the last; one without leaves all as it was', async () => {
  const validators = { etag: '"a"', lastModified: undefined, url: 'https://feeds.example/a' };
  await record({ items: 1, newArticles: 1, document: DOCUMENT, validators });
  await record({ items: 0, state: 'ill', stateReason: 'empty', failures: 1, startedAt: later(60) });
  expect(await database().select().from(feedDocuments)).toEqual([{ feedId: id, ...DOCUMENT }]);
  expect(await read()).toMatchObject({
    etag: '"a"',
    lastModified: null,
    validatorsUrl: 'https://feeds.example/a',
    proven: true,
    state: 'ill',
    stateReason: 'empty',
    failures: 1,
    lastSuccessAt: later(0.005),
    lastNewArticleAt: later(0.005),
  });
  await record({ document: { ...DOCUMENT, bodyHash: 'a2' } });
  expect(await database().select().from(feedDocuments)).toMatchObject([{ bodyHash: 'a2' }]);
});

test('a state lasts from its beginning, and a pause outlasts the poll under way', async () => {
  await record({ state: 'ill', failures: 1 });
  await record({ state: 'ill', failures: 2, startedAt: later(60) });
  expect((await read()).stateSince).toEqual(later(0.005));
  await markFeedPaused(id, 'Paused by an operator.', later(90));
  await record({ state: 'ill', stateReason: 'no', startedAt: later(120) });
  expect(await read()).toMatchObject({
    state: 'paused',
    stateReason: 'Paused by an operator.',
    stateSince: later(90),
  });
});

test('a move is counted, then adopted: the address changes and the count begins anew', async () => {
  const movedTo = 'https://post.example/new';
  await record({ movedTo, movedSeen: 2 });
  expect(await read()).toMatchObject({ url: 'https://post.example/feed', movedTo, movedSeen: 2 });
  await record({ movedTo, movedSeen: 3, isMoveAdopted: true });
  expect(await read()).toMatchObject({
    ...{ url: movedTo, movedTo: null, movedSeen: 0, state: 'well' },
    movedFrom: ['https://post.example/feed'],
  });
});

test('a feed that moves to where another is asked ends there', async () => {
  await add('new');
  await record({ movedTo: 'https://post.example/new', movedSeen: 3, isMoveAdopted: true });
  expect(await read()).toMatchObject({
    url: 'https://post.example/feed',
    state: 'dead',
    stateReason: expect.stringContaining('another feed of this desk'),
    movedTo: null,
  });
});

function record(rest: Partial<FetchRecord>): Promise<void> {
  return recordFetch(fetchRecord({ feedId: id, startedAt: NOW, ...rest }));
}

async function read() {
  const [row] = await database().select().from(feeds).where(eq(feeds.id, id));
  if (!row) throw new Error('The feed is gone.');
  return row;
}

async function add(path: string): Promise<FeedId> {
  const [row] = await database()
    .insert(feeds)
    .values({ sourceId: POST, url: `https://post.example/${path}`, provenance: 'a test' })
    .returning({ id: feeds.id });
  if (!row) throw new Error('The feed was not stored.');
  return row.id;
}
