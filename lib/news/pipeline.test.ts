import type { ServerResponse } from 'node:http';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { articles, articleTokens, articleTopics, stories } from '@/db/schema/articles';
import { feeds, fetches } from '@/db/schema/feeds';
import { tokens, topics } from '@/db/schema/tokens';
import { useTestDatabase } from '@/db/testing';
import { claimFeed } from '@/db/writes/claim-due-feeds';
import { seedFeeds } from '@/db/writes/seed-feeds';
import { createMemoryBus } from '@/lib/live/bus/memory';
import type { SourceId, TokenId, TopicId } from '@/lib/model/ids';
import type { NewsEvent } from '@/lib/model/news-event';
import { createHttp } from '@/lib/system/http';
import { createLog } from '@/lib/system/log';
import { newsDesk } from './desk';
import { pollFeed, type NewsParts, type PollResult } from './pipeline';
import { newsReader } from './reader';
import { catalogueFeed, startOutlet, writeItem, writeRss, type Outlet } from './testing';

const NOW = new Date('2026-11-23T12:00:00Z');
const LEDE = 'Lantern validators voted on Monday to lower the fee that every transfer on the network pays.';
const BODY = '<p>A paragraph of the report on Lantern Network and its fee, 7 of them in all.</p>'.repeat(8);

useTestDatabase();

const http = createHttp({ userAgent: 'Test desk', addresses: 'loopback-too' });
const bus = createMemoryBus((_, error) => {
  throw error;
});
const events: NewsEvent[] = [];
let parts: NewsParts;
let outlet: Outlet;

beforeAll(async () => {
  outlet = await startOutlet();
  const ambiguity = { symbolAmbiguity: 'safe', nameAmbiguity: 'safe' } as const;
  await database()
    .insert(tokens)
    .values({ id: 'lantern' as TokenId, symbol: 'LNTRN', name: 'Lantern Network', ...ambiguity });
  await database()
    .insert(topics)
    .values({ id: 'fees' as TopicId, name: 'Fees', description: 'What transfers cost', words: ['fee'] });
  await seedFeeds(
    [
      catalogueFeed(outlet.base, 'first-post', 'newsroom'),
      catalogueFeed(outlet.base, 'echo-wire', 'aggregator'),
      catalogueFeed(outlet.base, 'odd-post', 'newsroom'),
    ],
    NOW,
  );
  const log = createLog({ LOG_LEVEL: 'silent', LOG_FORMAT: 'json' });
  parts = { bus, clock: () => NOW, log, http, desk: await newsDesk(NOW), reader: await newsReader() };
  bus.subscribe('news', (event) => events.push(event));
});
beforeEach(() => void (events.length = 0));
afterAll(async () => {
  await http.close();
  outlet.stop();
});

describe('a poll', () => {
  test('stores each item once with its tags and its story, tells of it, and writes the log', async () => {
    outlet.serve('/first-post', [
      writeItem({ id: 1, title: 'Lantern Network (LNTRN) lowers its fee', html: `<p>${LEDE}</p>${BODY}` }),
      writeItem({ id: 2, title: 'Harbour quiet' }),
    ]);
    const { record } = await poll('first-post');
    expect(record).toMatchObject({
      outcome: 'fetched',
      httpStatus: 200,
      items: 2,
      newArticles: 2,
      state: 'well',
      failures: 0,
      message: undefined,
    });
    expect(events.map((event) => event.title).toSorted()).toEqual([
      'Harbour quiet',
      'Lantern Network (LNTRN) lowers its fee',
    ]);
    const article = await readArticle('first-post-1');
    expect(article).toMatchObject({
      storyRelation: 'origin',
      claimClamped: false,
      firstSeenAt: NOW,
      language: 'en',
      revisedAt: null,
    });
    expect(await tagsOf('first-post-1')).toEqual({ tokens: ['lantern'], topics: ['fees'] });
    expect(events.find((event) => event.articleId === article.id)).toMatchObject({
      opensStory: true,
      repost: false,
      tokenIds: ['lantern'],
      topicIds: ['fees'],
    });

    events.length = 0;
    expect((await poll('first-post')).record).toMatchObject({ newArticles: 0 });
    expect(events).toEqual([]);
    expect(await feedRow('first-post')).toMatchObject({
      state: 'well',
      proven: true,
      leasedUntil: null,
      lastSuccessAt: NOW,
    });
  });

  test('of an unchanged feed ends at the 304', async () => {
    const text = writeRss(outlet.base, [writeItem({ id: 2, title: 'Harbour quiet', prefix: 'first-post' })]);
    outlet.pages.set('/first-post', (response, etag) => {
      if (etag === '"v1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"v1"' }).end(text);
    });
    expect((await poll('first-post')).record.outcome).toBe('fetched');
    expect((await poll('first-post')).record).toMatchObject({
      outcome: 'not-modified',
      state: 'well',
      items: undefined,
    });
  });

  test('takes over a new wording with its tags, and leaves address, times and story alone', async () => {
    const before = await readArticle('first-post-1');
    outlet.serve('/first-post', [
      writeItem({
        id: 1,
        title: 'Harbour raises its toll',
        prefix: 'first-post',
        html: `<p>${LEDE.replace('Lantern', 'Harbour')}</p>`,
      }),
    ]);
    const { record, revised } = await poll('first-post');
    expect([record.newArticles, revised]).toEqual([0, 1]);
    const after = await readArticle('first-post-1');
    expect(after).toMatchObject({
      id: before.id,
      title: 'Harbour raises its toll',
      slug: before.slug,
      storyId: before.storyId,
      claimedAt: before.claimedAt,
      revisedAt: NOW,
    });
    expect(await tagsOf('first-post-1')).toEqual({ tokens: [], topics: ['fees'] });
    expect(events).toEqual([]);
  });

  test('does not let an emptied item wipe out what we have', async () => {
    outlet.serve('/first-post', [
      writeItem({
        id: 1,
        title: 'Lantern Network (LNTRN) lowers its fee',
        prefix: 'first-post',
        html: `<p>${LEDE}</p>${BODY}`,
      }),
    ]);
    await poll('first-post');
    outlet.serve('/first-post', [
      writeItem({ id: 1, title: 'Lantern Network (LNTRN) lowers its fee', prefix: 'first-post', html: '' }),
    ]);
    await poll('first-post');
    expect((await readArticle('first-post-1')).bodyText).toContain('7 of them in all');
  });

  test('of a copy files it as a repost: it counts for nobody', async () => {
    const tail = `<p>The post <a href="https://first.example/1">Lantern</a> appeared first on <a href="https://first.example">First Post</a>.</p>`;
    outlet.serve('/echo-wire', [
      writeItem({
        id: 9,
        title: 'Lantern Network (LNTRN) lowers its fee',
        prefix: 'echo-wire',
        html: `<p>${LEDE}</p>${BODY}${tail}`,
      }),
    ]);
    await poll('echo-wire');
    const [origin, copy] = [await readArticle('first-post-1'), await readArticle('echo-wire-9')];
    expect(copy).toMatchObject({ storyRelation: 'repost', repostOfId: origin.id, storyId: origin.storyId });
    expect(copy.attribution).toMatchObject({ kind: 'appeared-first-on', name: 'First Post' });
    expect(events).toMatchObject([{ repost: true, opensStory: false, storyId: origin.storyId }]);
    const [story] = await database().select().from(stories).where(eq(stories.id, origin.storyId));
    expect(story).toMatchObject({
      leadArticleId: origin.id,
      articleCount: 2,
      publisherCount: 1,
      repostCount: 1,
    });
  });
});

describe('trouble', () => {
  test('one item that cannot be used costs no other, and is told', async () => {
    outlet.serve('/odd-post', [
      '<item><title>Nowhere to go</title></item>',
      writeItem({
        id: 1,
        title: 'From the future',
        prefix: 'odd-post',
        date: 'Mon, 23 Nov 2026 18:00:00 GMT',
      }),
      writeItem({ id: 2, title: 'Without a date', prefix: 'odd-post', date: 'soon' }),
      writeItem({
        id: 3,
        title: 'From the archive',
        prefix: 'odd-post',
        date: 'Mon, 03 Feb 2020 10:00:00 GMT',
      }),
    ]);
    const { record } = await poll('odd-post');
    expect(record).toMatchObject({
      outcome: 'fetched',
      items: 4,
      newArticles: 3,
      message: expect.stringContaining('Nowhere to go'),
    });
    expect(await readArticle('odd-post-1')).toMatchObject({ claimedAt: NOW, claimClamped: true });
    expect(await readArticle('odd-post-2')).toMatchObject({
      claimedAt: null,
      claimClamped: false,
      sortedAt: NOW,
    });
    expect(events.map((event) => event.title).toSorted()).toEqual(['From the future', 'Without a date']);
  });

  test.each<[string, (response: ServerResponse) => void, RegExp]>([
    [
      'a page for people',
      (response) => response.end('<!doctype html><title>Just a moment</title>'),
      /HTML page titled "Just a moment"/,
    ],
    ['a refusal', (response) => response.writeHead(403).end(), /403/],
    ['a broken connection', (response) => response.destroy(), /broke the connection off/],
    [
      'half an answer',
      (response) => response.writeHead(200).end('<rss'),
      /cannot be read|plain text|not a feed/,
    ],
  ])('%s makes the feed ill, in words, and keeps what we have', async (_, answer, words) => {
    const stored = (await database().select().from(articles)).length;
    outlet.pages.set('/odd-post', answer);
    const { failures } = await feedRow('odd-post');
    const { record } = await poll('odd-post');
    expect(record).toMatchObject({
      outcome: 'failed',
      newArticles: undefined,
      message: expect.stringMatching(words),
    });
    expect(await feedRow('odd-post')).toMatchObject({
      state: 'ill',
      failures: failures + 1,
      stateReason: record.message,
      leasedUntil: null,
    });
    expect(await database().select().from(articles)).toHaveLength(stored);
  });

  test('of one feed ends when it answers again', async () => {
    outlet.serve('/odd-post', [writeItem({ id: 1, title: 'From the future', prefix: 'odd-post' })]);
    await poll('odd-post');
    expect(await feedRow('odd-post')).toMatchObject({ state: 'well', failures: 0, stateReason: null });
    const log = await database().select().from(fetches);
    expect(log.filter((fetch) => fetch.outcome === 'failed')).toHaveLength(4);
  });

  test('an address that has moved for good is followed and told', async () => {
    outlet.pages.set('/odd-post', (response) => response.writeHead(301, { location: '/first-post' }).end());
    expect((await poll('odd-post')).record.message).toBe(
      `Its site says that it has moved for good to ${outlet.base}/first-post (1 of 3 answers needed to follow it).`,
    );
  });
});

async function poll(source: string): Promise<PollResult> {
  const { id } = await feedRow(source);
  const feed = await claimFeed(id, NOW);
  const result = feed && (await pollFeed(feed, parts));
  if (!result) throw new Error('The feed is leased or put off.');
  return result;
}

async function feedRow(source: string) {
  const [row] = await database()
    .select()
    .from(feeds)
    .where(eq(feeds.sourceId, source as SourceId));
  if (!row) throw new Error(`There is no feed of ${source}.`);
  return row;
}

async function readArticle(guid: string) {
  const [row] = await database().select().from(articles).where(eq(articles.guid, guid));
  if (!row) throw new Error(`There is no article ${guid}.`);
  return row;
}

async function tagsOf(guid: string) {
  const { id } = await readArticle(guid);
  const tagged = await database().select().from(articleTokens).where(eq(articleTokens.articleId, id));
  const filed = await database().select().from(articleTopics).where(eq(articleTopics.articleId, id));
  return { tokens: tagged.map((tag) => tag.tokenId), topics: filed.map((tag) => tag.topicId) };
}
