import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import { feeds, fetches, sources } from '@/db/schema/feeds';
import { useTestDatabase } from '@/db/testing';
import { addArticle, addSource as addArticleSource } from '@/db/testing/add-rows';
import type { FeedState } from '@/lib/model/feed';
import type { FeedId, SourceId } from '@/lib/model/ids';
import { countFeeds, countFeedsThat, readFeed, readFeeds } from './feeds';
import { readFetchLog } from './fetch-log';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 12, minute));

useTestDatabase();
beforeAll(async () => {
  await addSource('zebra', 'Zebra 100%_news');
  await addSource('alpha', 'Alpha');
  await addFeed('zebra', 'https://zebra.example/b', 'ill');
  await addFeed('zebra', 'https://zebra.example/a', 'well');
  await addFeed('alpha', 'https://alpha.example/feed', 'paused');
  await addFeed('alpha', 'https://alpha.example/old', 'well', at(5));
});

test('feeds stand by source and address, those taken out apart', async () => {
  expect(await urls({})).toEqual([
    'https://alpha.example/feed',
    'https://zebra.example/a',
    'https://zebra.example/b',
  ]);
  expect(await urls({ removed: true })).toEqual(['https://alpha.example/old']);
  expect(await countFeeds()).toEqual({ new: 0, well: 1, late: 0, ill: 1, dead: 0, paused: 1, removed: 1 });
});

test.each([
  [{ states: ['ill' as const] }, ['https://zebra.example/b']],
  [
    { states: ['ill' as const, 'paused' as const] },
    ['https://zebra.example/b', 'https://alpha.example/feed'],
  ],
  [{ text: 'ZEBRA.EXAMPLE/A' }, ['https://zebra.example/a']],
  [{ text: 'alph' }, ['https://alpha.example/feed']],
  [{ text: '100%_' }, ['https://zebra.example/a', 'https://zebra.example/b']],
  [{ text: '%' }, ['https://zebra.example/a', 'https://zebra.example/b']],
  [{ text: String.raw`\ ` }, []],
  [{ text: 'zebra', states: ['paused' as const] }, []],
])('%o finds %o', async (filter, found) => {
  expect(await urls(filter)).toEqual(found);
});

test('a long list is read page by page, and counted', async () => {
  const page = async (offset: number) => (await readFeeds({}, { limit: 2, offset })).map(({ url }) => url);
  expect([await page(0), await page(2), await page(4)]).toEqual([
    ['https://alpha.example/feed', 'https://zebra.example/a'],
    ['https://zebra.example/b'],
    [],
  ]);
  expect(await countFeedsThat({})).toBe(3);
  expect(await countFeedsThat({ text: 'zebra', states: ['ill', 'dead'] })).toBe(1);
});

test('those with something odd about them are found', async () => {
  const findings = [{ kind: 'flood' as const, words: 'Many.', since: 's', seen: 's' }];
  await database().update(feeds).set({ findings }).where(eq(feeds.url, 'https://zebra.example/a'));
  expect(await urls({ hasFindings: true })).toEqual(['https://zebra.example/a']);
  expect(await urls({ hasFindings: false })).toHaveLength(2);
});

test('a feed comes with its latest article that is not hidden', async () => {
  const source = await addArticleSource('gazette');
  await addArticle({ sourceId: source, title: 'Old', at: at(1) });
  await addArticle({ sourceId: source, title: 'New', at: at(2) });
  await addArticle({ sourceId: source, title: 'Hidden', at: at(3), hidden: true });
  const [feed] = await readFeeds({ text: 'gazette' });
  expect(feed?.lastArticle).toMatchObject({ title: 'New', at: at(2), language: 'en' });
  expect((await readFeeds({ text: 'zebra' }))[0]?.lastArticle).toBeUndefined();
});

test('a feed comes with its latest fetch and its log newest first', async () => {
  const [feed] = await readFeeds({ states: ['ill'] });
  if (!feed) throw new Error('The feed is gone.');
  expect(feed.lastFetch).toBeUndefined();
  for (const minute of [1, 3, 2]) await addFetch(feed.id, at(minute));
  expect((await readFeed(feed.id))?.lastFetch).toMatchObject({ startedAt: at(3), message: undefined });
  expect((await readFetchLog(feed.id, 2)).map((fetch) => fetch.startedAt)).toEqual([at(3), at(2)]);
  expect(await readFeed(999 as FeedId)).toBeUndefined();
});

async function urls(filter: Parameters<typeof readFeeds>[0]): Promise<string[]> {
  return (await readFeeds(filter)).map((feed) => feed.url);
}

async function addSource(id: string, name: string): Promise<void> {
  const siteUrl = `https://${id}.example`;
  await database()
    .insert(sources)
    .values({ id: id as SourceId, name, siteUrl, language: 'en', kind: 'newsroom' });
}

async function addFeed(source: string, url: string, state: FeedState, removedAt?: Date): Promise<void> {
  await database()
    .insert(feeds)
    .values({ sourceId: source as SourceId, url, state, provenance: 'test', removedAt: removedAt ?? null });
}

async function addFetch(feedId: FeedId, startedAt: Date): Promise<void> {
  await database().insert(fetches).values({ feedId, startedAt, durationMs: 5, outcome: 'failed' });
}
