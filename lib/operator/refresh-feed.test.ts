import { afterAll, beforeAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import { readFeed } from '@/db/queries/feeds';
import { feeds, sources } from '@/db/schema/feeds';
import { useTestDatabase } from '@/db/testing';
import { processBus } from '@/lib/live/bus/memory';
import type { FeedId, SourceId } from '@/lib/model/ids';
import { createHttp, type Http } from '@/lib/system/http';
import { createLog } from '@/lib/system/log';
import { refreshFeed } from './refresh-feed';
import { answer, rss, startOutlet } from './testing';

const START = Date.parse('2026-11-23T12:00:00Z');
const DATE = 'Mon, 23 Nov 2026 11:00:00 GMT';
const BITCOIN = { title: 'Bitcoin holds its ground', path: '/1', date: DATE };
const MINERS = { title: 'Miners move north for the winter', path: '/2', date: DATE };

let outlet: Awaited<ReturnType<typeof startOutlet>>;
let http: Http;
let items = [BITCOIN];
let ticks = 0;
const clock = () => new Date(START + (ticks += 1) * 1_000);

useTestDatabase();
beforeAll(async () => {
  outlet = await startOutlet({
    '/rss': (response) => answer('application/rss+xml', rss('Outlet', items))(response),
  });
  http = createHttp({ userAgent: 'test', addresses: 'loopback-too' });
  const siteUrl = 'https://outlet.example';
  await database()
    .insert(sources)
    .values({ id: 'outlet' as SourceId, name: 'Outlet', siteUrl, language: 'en', kind: 'newsroom' });
});
afterAll(async () => {
  await http.close();
  outlet.stop();
});

test('what came is told: all at first, then only what is new', async () => {
  const id = await addFeed('/rss');
  expect(await refresh(id)).toMatchObject({
    kind: 'refreshed',
    sourceName: 'Outlet',
    fetch: { outcome: 'fetched', items: 1, newArticles: 1 },
    arrivals: [{ title: BITCOIN.title }],
  });
  items = [MINERS, BITCOIN];
  expect(await refresh(id)).toMatchObject({
    fetch: { outcome: 'fetched', items: 2, newArticles: 1 },
    arrivals: [{ title: MINERS.title }],
  });
  expect(await readFeed(id)).toMatchObject({ state: 'well', proven: true, lastFetch: { items: 2 } });
});

test('why nothing came is told', async () => {
  expect(await refresh(await addFeed('/gone'))).toMatchObject({
    kind: 'refreshed',
    fetch: { outcome: 'failed', message: expect.stringMatching(/404/) },
    arrivals: [],
  });
});

test('a feed that a poller has in hand is not asked twice', async () => {
  const id = await addFeed('/rss?held');
  const before = outlet.asked.length;
  await database()
    .update(feeds)
    .set({ leasedUntil: new Date(START + 3_600_000) });
  expect(await refresh(id)).toEqual({ kind: 'busy', sourceName: 'Outlet' });
  expect(outlet.asked).toHaveLength(before);
});

test('a feed that is not there is told so', async () => {
  expect(await refresh(999_999 as FeedId)).toEqual({ kind: 'missing' });
});

async function addFeed(path: string): Promise<FeedId> {
  const [row] = await database()
    .insert(feeds)
    .values({ sourceId: 'outlet' as SourceId, url: outlet.base + path, provenance: 'test' })
    .returning({ id: feeds.id });
  if (!row) throw new Error('No feed was stored.');
  return row.id;
}

function refresh(id: FeedId) {
  const log = createLog({ LOG_LEVEL: 'silent', LOG_FORMAT: 'json' });
  return refreshFeed(id, { bus: processBus(log), clock, log, http });
}
