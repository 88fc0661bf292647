import { expect, test } from 'vitest';
import type { ArticleId, SourceId, StoryId, TokenId } from '@/lib/model/ids';
import type { NewsEvent } from '@/lib/model/news-event';
import type { VenueStatus } from '@/lib/model/venue';
import { openTestGateway, TEST_START, testQuote } from './testing';

const T0 = TEST_START.getTime();

const NEWS: NewsEvent = {
  articleId: 7 as ArticleId,
  storyId: 3 as StoryId,
  repost: false,
  opensStory: true,
  slug: 'sleepless-ai-opens-its-game-7',
  title: 'Sleepless AI opens its game',
  sourceId: 'harbour-ledger' as SourceId,
  sourceName: 'Harbour Ledger',
  language: 'en',
  tokenIds: ['sleepless-ai' as TokenId],
  topicIds: [],
  claimedAt: undefined,
  firstSeenAt: TEST_START,
};

const KRAKEN: VenueStatus = {
  venue: 'kraken',
  state: 'up',
  since: TEST_START,
  reason: undefined,
  lastDataAt: TEST_START,
  reconnects: 0,
};

test('the first words say which life of the server this is, and how the venues are', async () => {
  const { connect } = await openTestGateway({ venues: () => [KRAKEN] });
  const browser = await connect();
  await expect.poll(() => browser.heard.length).toBe(2);
  expect(browser.heard[0]).toMatchObject({
    t: 'hello',
    v: 1,
    now: T0,
    simulated: true,
    max: { subscriptions: 200 },
  });
  expect(browser.heard[1]).toEqual({ t: 'venue', venue: 'kraken', state: 'up', since: T0 });
});

test('a subscription is answered by what is held, then by what changes', async () => {
  const { bus, connect } = await openTestGateway({ quotes: () => [testQuote('bitcoin', '64231.50')] });
  const browser = await connect();
  browser.say({ t: 'sub', id: 1, ids: ['bitcoin', 'ethereum', 'no-such-token'], rate: 'focus' });
  await expect.poll(() => browser.of('snap')).toHaveLength(1);
  expect(browser.of('ack')).toEqual([
    { t: 'ack', id: 1, ok: ['bitcoin', 'ethereum'], bad: [{ id: 'no-such-token', error: 'unknown' }] },
  ]);
  const row = ['bitcoin', '64231.50', 1.24, '1151284684', 'live', T0, T0, ['binance', 'kraken']];
  expect(browser.of('snap')[0]).toMatchObject({ seq: 1, now: T0, q: [row] });

  bus.publish('quotes', [testQuote('ethereum', '3012.10'), testQuote('sleepless-ai', '0.0634')]);
  await expect.poll(() => browser.of('d')).toHaveLength(1);
  expect(browser.of('d')[0]).toMatchObject({ seq: 3, q: [{ 0: 'ethereum', 1: '3012.10' }] });
});

test('of many changes between two turns only the latest travels', async () => {
  const { bus, connect } = await openTestGateway();
  const browser = await connect();
  browser.say({ t: 'sub', id: 1, ids: ['bitcoin'], rate: 'tape' });
  await expect.poll(() => browser.of('ack')).toHaveLength(1);
  for (let price = 1; price <= 500; price += 1) bus.publish('quotes', [testQuote('bitcoin', String(price))]);
  await expect.poll(() => browser.rows().at(-1)?.[1]).toBe('500');
  expect(browser.rows().length).toBeLessThanOrEqual(2);
});

test('a price that is only getting older is told when its state changes', async () => {
  const { advance, connect } = await openTestGateway({
    quotes: () => [testQuote('bitcoin', '64231.50')],
    limits: { judgeEveryMs: 20 },
  });
  const browser = await connect();
  browser.say({ t: 'sub', id: 1, ids: ['bitcoin'], rate: 'focus' });
  await expect.poll(() => browser.of('snap')).toHaveLength(1);
  advance(16_000);
  await expect.poll(() => browser.rows().map((row) => row[4])).toEqual(['live', 'delayed']);
  advance(50_000);
  await expect.poll(() => browser.rows().map((row) => row[4])).toEqual(['live', 'delayed', 'stale']);
  expect(browser.rows().at(-1)?.[5]).toBe(T0);
});

test('who unsubscribed hears no more of that token', async () => {
  const { bus, connect } = await openTestGateway();
  const browser = await connect();
  browser.say({ t: 'sub', id: 1, ids: ['bitcoin', 'ethereum'], rate: 'focus' });
  browser.say({ t: 'unsub', id: 2, ids: ['bitcoin'] });
  await expect.poll(() => browser.of('ack')).toHaveLength(2);
  bus.publish('quotes', [testQuote('bitcoin', '1'), testQuote('ethereum', '2')]);
  await expect.poll(() => browser.rows()).toHaveLength(1);
  expect(browser.rows()[0]?.[0]).toBe('ethereum');
});

test('who comes back with the resume point gets only what changed meanwhile', async () => {
  const { bus, connect } = await openTestGateway({
    quotes: () => [testQuote('bitcoin', '1'), testQuote('ethereum', '2'), testQuote('sleepless-ai', '3')],
  });
  const ids = ['bitcoin', 'ethereum', 'sleepless-ai'];
  const first = await connect();
  first.say({ t: 'sub', id: 1, ids });
  await expect.poll(() => first.of('snap')).toHaveLength(1);
  const { epoch, seq } = first.of('snap')[0] ?? { epoch: '', seq: 0 };
  first.socket.close();
  bus.publish('quotes', [testQuote('ethereum', '2.5')]);

  const again = await connect();
  again.say({ t: 'sub', id: 1, ids, since: { epoch, seq } });
  await expect.poll(() => again.of('snap')).toHaveLength(1);
  expect(again.rows().map((row) => row.slice(0, 2))).toEqual([['ethereum', '2.5']]);
});

test.each([
  { name: 'another life of the server', since: { epoch: 'gone', seq: 3 } },
  { name: 'a number never reached', since: { epoch: undefined, seq: 999 } },
])('a resume point of $name is answered by everything', async ({ since }) => {
  const { connect } = await openTestGateway({
    quotes: () => [testQuote('bitcoin', '1'), testQuote('ethereum', '2')],
  });
  const browser = await connect();
  await expect.poll(() => browser.of('hello')).toHaveLength(1);
  const epoch = since.epoch ?? browser.of('hello')[0]?.epoch ?? '';
  browser.say({ t: 'sub', id: 1, ids: ['bitcoin', 'ethereum'], since: { epoch, seq: since.seq } });
  await expect.poll(() => browser.rows()).toHaveLength(2);
});

test('a client in the background is served rarely, and at once when it comes back', async () => {
  const { bus, connect } = await openTestGateway();
  const browser = await connect();
  browser.say({ t: 'sub', id: 1, ids: ['bitcoin'], rate: 'focus' });
  await expect.poll(() => browser.of('snap')).toHaveLength(1);
  bus.publish('quotes', [testQuote('bitcoin', '1')]);
  await expect.poll(() => browser.rows()).toHaveLength(1);
  browser.say({ t: 'rate', rate: 'idle' });
  browser.say({ t: 'ping', c: 1 });
  await expect.poll(() => browser.of('pong')).toEqual([{ t: 'pong', c: 1, s: T0 }]);
  bus.publish('quotes', [testQuote('bitcoin', '2')]);
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(browser.rows()).toHaveLength(1);
  browser.say({ t: 'rate', rate: 'focus' });
  await expect.poll(() => browser.rows()).toHaveLength(2);
});

test('stories reach those who asked for them, and nobody else', async () => {
  const { bus, connect } = await openTestGateway();
  const [reader, other] = [await connect(), await connect()];
  reader.say({ t: 'news', on: true });
  reader.say({ t: 'ping', c: 1 });
  await expect.poll(() => reader.of('pong')).toHaveLength(1);
  bus.publish('news', NEWS);
  await expect.poll(() => reader.of('news')).toHaveLength(1);
  expect(reader.of('news')[0]?.item).toEqual({ ...NEWS, claimedAt: null, firstSeenAt: T0 });
  other.say({ t: 'ping', c: 2 });
  await expect.poll(() => other.of('pong')).toHaveLength(1);
  expect(other.of('news')).toEqual([]);
});

test('who was away for a moment is told what it missed, and no more', async () => {
  const { advance, bus, connect } = await openTestGateway();
  for (const articleId of [1, 2, 3] as ArticleId[]) {
    bus.publish('news', { ...NEWS, articleId });
    advance(1_000);
  }
  const browser = await connect();
  browser.say({ t: 'news', on: true, since: T0 });
  await expect.poll(() => browser.of('news')).toHaveLength(2);
  expect(browser.of('news').map(({ at, item }) => [at - T0, item.articleId])).toEqual([
    [1_000, 2],
    [2_000, 3],
  ]);
});

test('of the past only the last hundred stories are kept', async () => {
  const { advance, bus, connect } = await openTestGateway();
  advance(1_000);
  for (let count = 0; count < 150; count += 1) bus.publish('news', NEWS);
  const browser = await connect();
  browser.say({ t: 'news', on: true, since: T0 });
  browser.say({ t: 'ping', c: 1 });
  await expect.poll(() => browser.of('pong')).toHaveLength(1);
  expect(browser.of('news')).toHaveLength(100);
});

test("a venue's fall is told to everyone", async () => {
  const { bus, connect } = await openTestGateway();
  const browser = await connect();
  bus.publish('venue', { ...KRAKEN, state: 'silent' });
  await expect
    .poll(() => browser.of('venue'))
    .toEqual([{ t: 'venue', venue: 'kraken', state: 'silent', since: T0 }]);
});

test('a stopping server says goodbye, when to return, and takes nobody in', async () => {
  const { gateway, connect } = await openTestGateway();
  const browsers = [await connect(), await connect(), await connect()];
  await gateway.stop('The server is stopping.');
  for (const browser of browsers) {
    expect(await browser.closed).toEqual({ code: 1001, reason: 'The server is stopping.' });
    const [earliest = 0, latest = 0] = browser.of('bye')[0]?.retryMs ?? [];
    expect(latest).toBeGreaterThan(earliest);
  }
  await expect(connect()).rejects.toThrow('503');
});
