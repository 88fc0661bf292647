import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { feeds, fetches, subscriptions } from '@/db/schema/feeds';
import { useTestDatabase } from '@/db/testing';
import { claimFeed } from '@/db/writes/claim-due-feeds';
import { seedFeeds } from '@/db/writes/seed-feeds';
import type { FeedId } from '@/lib/model/ids';
import { catalogueFeed, startOutlet, writeItem, writeRss, type Outlet } from './testing';
import { startTestHub, type TestHub } from './testing-hub';
import { startWebSubDesk, type WebSubDesk } from './testing-websub';

useTestDatabase();

const HOUR_MS = 3_600_000;
const START = new Date('2026-11-23T12:00:00Z');
let now = START;
let desk: WebSubDesk;
let outlet: Outlet;
let hub: TestHub;
let feedId: FeedId;
let round = 0;

beforeAll(async () => {
  desk = await startWebSubDesk(() => now);
  outlet = await startOutlet();
});
beforeEach(async () => {
  now = START;
  hub = await startTestHub();
  await database().delete(subscriptions);
  round += 1;
  const id = `post-${round}`;
  await seedFeeds([catalogueFeed(outlet.base, id)], now);
  const [row] = await database()
    .select()
    .from(feeds)
    .where(eq(feeds.url, `${outlet.base}/${id}`));
  if (!row) throw new Error('There is no feed.');
  feedId = row.id;
  serve([item(1)]);
});
afterAll(async () => {
  outlet.stop();
  await desk.stop();
});

const topic = () => `${outlet.base}/post-${round}.xml`;
const item = (id: number) => writeItem({ id, title: `News ${round}.${id}`, prefix: `post-${round}` });
const document = (items: readonly string[]) => writeRss(outlet.base, items);

/** Lets the feed answer with these items and name the hub in its headers. */
function serve(items: readonly string[]): void {
  outlet.pages.set(`/post-${round}`, (response) => {
    response.setHeader('link', [`<${hub.url}>; rel="hub"`, `<${topic()}>; rel="self"`]);
    response.end(document(items));
  });
}

const poll = () => desk.poll(feedId);
const askHubs = () => desk.askHubs();

async function subscribe(): Promise<void> {
  await poll();
  await askHubs();
  expect(await subscription()).toMatchObject({ state: 'active' });
}

async function subscription() {
  const [row] = await database().select().from(subscriptions).where(eq(subscriptions.feedId, feedId));
  return row;
}

async function titles(): Promise<readonly string[]> {
  const rows = await database().select().from(articles).where(eq(articles.feedId, feedId));
  return rows.map((row) => row.title).toSorted();
}

const later = (ms: number) => void (now = new Date(now.getTime() + ms));

describe('a feed that names a hub', () => {
  test('is subscribed to: the hub is asked, asks back, and is answered', async () => {
    await subscribe();
    const asked = hub.requests[0];
    expect(Object.fromEntries(asked ?? [])).toMatchObject({
      'hub.mode': 'subscribe',
      'hub.topic': topic(),
      'hub.callback': expect.stringMatching(/\/api\/websub\/[\w-]{32}$/),
      'hub.secret': expect.stringMatching(/^[0-9a-f]{64}$/),
      'hub.lease_seconds': '864000',
    });
    expect(await subscription()).toMatchObject({
      leaseUntil: new Date(now.getTime() + HOUR_MS),
      failures: 0,
    });
    expect(await claimFeed(feedId, now)).toMatchObject({ isPushed: true });
  });

  test('is asked for once, however often it is polled', async () => {
    await subscribe();
    await poll();
    await askHubs();
    expect(hub.requests).toHaveLength(1);
  });

  test('is not subscribed to where hubs cannot reach us', async () => {
    await desk.poll(feedId, false);
    expect(await subscription()).toBeUndefined();
  });
});

describe('a push', () => {
  test.each(['sha1', 'sha256', 'sha384', 'sha512'])(
    'signed with %s is taken in as a poll would be',
    async (method) => {
      await subscribe();
      later(60_000);
      expect(await hub.push(document([item(2)]), { method })).toBe(202);
      expect(await desk.latestPush()).toBe('taken');
      expect(await titles()).toEqual([`News ${round}.1`, `News ${round}.2`]);
      expect(await subscription()).toMatchObject({ lastPushAt: now, failures: 0 });
      const log = await database().select().from(fetches).where(eq(fetches.feedId, feedId));
      expect(log.map((line) => line.trigger).toSorted()).toEqual(['push', 'timer']);
    },
  );

  test.each([
    ['a wrong signature', { signature: `sha256=${'0'.repeat(64)}` }],
    ['a signature of nothing we know', { signature: 'md5=0123456789abcdef0123456789abcdef' }],
    ['a cut signature', { signature: 'sha256=00ff' }],
    ['no signature', { signature: '' }],
  ])('with %s is answered like any other, ignored and counted', async (_name, options) => {
    await subscribe();
    expect(await hub.push(document([item(2)]), options)).toBe(202);
    expect(await desk.latestPush()).toBe('ignored');
    expect(await titles()).toEqual([`News ${round}.1`]);
    expect(await subscription()).toMatchObject({
      failures: 1,
      message: expect.stringContaining('not signed'),
    });
  });

  test('forged five times in a row ends the trust in the hub', async () => {
    await subscribe();
    for (let time = 0; time < 5; time += 1) await hub.push('<rss/>', { signature: 'sha1=00' });
    expect(await subscription()).toMatchObject({ state: 'lapsed' });
    expect(await claimFeed(feedId, now)).toMatchObject({ isPushed: false });
  });

  test('after the lease is ignored, and for a subscription of nobody the hub is told it is gone', async () => {
    await subscribe();
    later(HOUR_MS);
    await hub.push(document([item(2)]));
    expect(await desk.latestPush()).toBe('ignored');
    await database().delete(subscriptions);
    expect(await hub.push(document([item(2)]))).toBe(410);
  });

  test('that is no feed costs nothing but a line in the log', async () => {
    await subscribe();
    await hub.push('<html><body>sold out</body></html>');
    expect(await desk.latestPush()).toBe('taken');
    expect(await titles()).toEqual([`News ${round}.1`]);
  });
});

describe('a hub that asks back', () => {
  const question = () => ({ 'hub.mode': 'subscribe', 'hub.topic': topic(), 'hub.challenge': 'x' });

  test('about what we did not ask for is told so', async () => {
    await subscribe();
    expect(await hub.ask(question())).toMatchObject({ status: 404 });
    expect(await hub.ask({ ...question(), 'hub.mode': 'unsubscribe' })).toMatchObject({ status: 404 });
    expect(await hub.ask({ ...question(), 'hub.mode': 'publish' })).toMatchObject({ status: 404 });
    expect(await subscription()).toMatchObject({ state: 'active' });
  });

  test('about another topic, or without a challenge, is told so', async () => {
    hub.answer = (response) => response.writeHead(202).end();
    await poll();
    await askHubs();
    expect(await hub.ask({ ...question(), 'hub.topic': 'https://other.example/' })).toMatchObject({
      status: 404,
    });
    expect(await hub.ask({ ...question(), 'hub.challenge': '' })).toMatchObject({ status: 404 });
    expect(await subscription()).toMatchObject({ state: 'asked' });
    expect(await hub.ask(question())).toMatchObject({ status: 200, body: 'x' });
    expect(await subscription()).toMatchObject({
      state: 'active',
      leaseUntil: new Date(now.getTime() + 864_000_000),
    });
  });

  test('and denies is noted with its reason, and asked again after a day', async () => {
    await subscribe();
    const denial = { 'hub.mode': 'denied', 'hub.topic': topic(), 'hub.reason': 'Too  many\nfeeds' };
    expect(await hub.ask(denial)).toMatchObject({ status: 200 });
    expect(await subscription()).toMatchObject({
      state: 'refused',
      message: 'The hub refuses to tell us: Too many feeds',
      nextTryAt: new Date(now.getTime() + 24 * HOUR_MS),
    });
    expect(await claimFeed(feedId, now)).toMatchObject({ isPushed: false });
  });
});

describe('a lease', () => {
  test('is renewed before it runs out, without a gap', async () => {
    await subscribe();
    later(0.7 * HOUR_MS);
    await askHubs();
    expect(hub.requests).toHaveLength(1);
    later(0.15 * HOUR_MS);
    await askHubs();
    expect(hub.requests).toHaveLength(2);
    expect(await subscription()).toMatchObject({
      state: 'active',
      leaseUntil: new Date(now.getTime() + HOUR_MS),
    });
  });

  test('that the hub does not renew lapses: the feed is polled as if it had none, the hub asked later each time', async () => {
    await subscribe();
    hub.answer = (response) => response.writeHead(500).end('out of memory');
    later(0.85 * HOUR_MS);
    await askHubs();
    expect(await subscription()).toMatchObject({
      state: 'active',
      message: expect.stringContaining('(500): out of memory'),
    });
    later(0.2 * HOUR_MS);
    expect(await claimFeed(feedId, now)).toMatchObject({ isPushed: false });
    await askHubs();
    const row = await subscription();
    expect(row).toMatchObject({ state: 'lapsed', failures: 2 });
    expect(row?.nextTryAt.getTime()).toBe(now.getTime() + 20 * 60_000);
  });
});

test('a hub that refuses is noted in its words', async () => {
  hub.answer = (response) => response.writeHead(403).end('<h1>Not here</h1>');
  await poll();
  await askHubs();
  expect(await subscription()).toMatchObject({
    state: 'refused',
    message: expect.stringMatching(/\(403\): Not here$/),
  });
});

test('a hub at a private address is not asked', async () => {
  outlet.pages.set(`/post-${round}`, (response) => {
    response.setHeader('link', '<http://169.254.169.254/hub>; rel="hub"');
    response.end(document([item(1)]));
  });
  await poll();
  await askHubs();
  expect(await subscription()).toMatchObject({
    state: 'refused',
    message: expect.stringContaining('may not be reached'),
  });
});

test('a hub that misses what three polls in a row find is not counted on', async () => {
  await subscribe();
  for (const count of [2, 3, 4]) {
    later(60_000);
    serve(Array.from({ length: count }, (_, index) => item(index + 1)));
    await poll();
  }
  expect(await subscription()).toMatchObject({
    state: 'lapsed',
    message: expect.stringContaining('3 polls in a row'),
  });
});

test.each([
  ['paused', { state: 'paused' as const }],
  ['taken out', { removedAt: START }],
])('when its feed is %s the hub is told, asks back, and is forgotten', async (_name, change) => {
  await subscribe();
  await database().update(feeds).set(change).where(eq(feeds.id, feedId));
  await askHubs();
  expect(hub.requests.at(-1)?.get('hub.mode')).toBe('unsubscribe');
  expect(await subscription()).toBeUndefined();
});

test('a hub that does not ask back when left is forgotten all the same', async () => {
  await subscribe();
  hub.answer = (response) => response.writeHead(202).end();
  await database().update(feeds).set({ removedAt: now }).where(eq(feeds.id, feedId));
  await askHubs();
  expect(await subscription()).toMatchObject({ state: 'lapsed' });
  later(HOUR_MS);
  await askHubs();
  expect(await subscription()).toBeUndefined();
  expect(hub.requests).toHaveLength(2);
});
