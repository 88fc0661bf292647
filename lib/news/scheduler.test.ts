import { createServer, type ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { feeds, fetches } from '@/db/schema/feeds';
import { useTestDatabase } from '@/db/testing';
import { seedFeeds } from '@/db/writes/seed-feeds';
import { createMemoryBus } from '@/lib/live/bus/memory';
import { systemClock } from '@/lib/system/clock';
import { createHttp } from '@/lib/system/http';
import { createLog } from '@/lib/system/log';
import { listenOnLoopback } from '@/lib/system/testing';

import { pollFeedNow, startNews, type NewsSettings } from './scheduler';
import { catalogueFeed, writeItem, writeRss } from './testing';

useTestDatabase();

let answer: (path: string, response: ServerResponse) => void;
const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  answer(request.url ?? '', response);
});
const settings: NewsSettings = {
  bus: createMemoryBus(() => undefined),
  clock: systemClock,
  log: createLog({ LOG_LEVEL: 'silent', LOG_FORMAT: 'json' }),
  http: createHttp({ userAgent: 'Test desk', addresses: 'loopback-too' }),
};
let base = '';
let stop: (() => Promise<void>) | undefined;

beforeAll(async () => {
  base = await listenOnLoopback(server);
});
afterEach(async () => {
  await stop?.();
  stop = undefined;
  asked.length = 0;
  await database()
    .update(feeds)
    .set({ leasedUntil: null, nextPollAt: new Date('2100-01-01') });
});
afterAll(async () => {
  await settings.http.close();
  server.close();
});

test('feeds are asked when due and again at their interval, a bad one beside the good ones', async () => {
  answer = (path, response) => {
    if (path === '/bad') response.destroy();
    else response.end(rss(path));
  };
  await seed('good', 'bad', 'better');
  ({ stop } = await startNews(settings));
  await until(() => asked.filter((path) => path === '/good').length >= 2);
  await stop();
  const rows = await database().select().from(articles);
  expect(rows.map((row) => row.title).toSorted()).toEqual(['News of /better', 'News of /good']);
  const [bad] = await database()
    .select()
    .from(feeds)
    .where(eq(feeds.url, `${base}/bad`));
  expect(bad).toMatchObject({
    state: 'ill',
    stateReason: expect.stringContaining('broke the connection off'),
  });
  const count = asked.length;
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(asked).toHaveLength(count);
}, 30_000);

test('a stop waits for the polls under way, and they are recorded', async () => {
  let release: (() => void) | undefined;
  answer = (path, response) => {
    release = () => response.end(rss(path));
  };
  await seed('slow');
  const before = (await database().select().from(fetches)).length;
  ({ stop } = await startNews(settings));
  await until(() => release !== undefined);
  const stopped = stop();
  setTimeout(() => release?.(), 300);
  await stopped;
  expect((await database().select().from(fetches)).length).toBeGreaterThan(before);
}, 30_000);

test('a feed can be asked out of its turn, unless it is being asked', async () => {
  let release: (() => void) | undefined;
  answer = (path, response) => {
    release = () => response.end(rss(path));
  };
  await seed('wanted');
  const [feed] = await database()
    .select()
    .from(feeds)
    .where(eq(feeds.url, `${base}/wanted`));
  if (!feed) throw new Error('The feed was not seeded.');
  await database()
    .update(feeds)
    .set({ nextPollAt: new Date(Date.now() + 3_600_000) });
  const first = pollFeedNow(feed.id, settings);
  await until(() => release !== undefined);
  expect(await pollFeedNow(feed.id, settings)).toBeUndefined();
  release?.();
  expect((await first)?.record).toMatchObject({ outcome: 'fetched', newArticles: 1 });
});

async function seed(...names: readonly string[]): Promise<void> {
  const catalogue = names.map((name) => catalogueFeed(base, name));
  await seedFeeds(catalogue, new Date(0));
}

function rss(path: string): string {
  return writeRss(base, [writeItem({ id: 1, title: `News of ${path}`, prefix: path.slice(1) })]);
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
}
