import { createServer, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { ResolveName } from '@/lib/system/address-guard';
import { createHttp, type Http } from '@/lib/system/http';
import { listenOnLoopback } from '@/lib/system/testing';
import { fetchFeed } from './fetch-feed';
import { limitPerHost } from './limit-per-host';

const NOW = new Date('2026-11-23T12:00:00Z');
const TIMEOUTS = { connectMs: 2_000, silenceMs: 6_000, wholeMs: 8_000 };
/** Every name leads to this machine, and is treated like a site of somebody else. */
const resolve: ResolveName = (_name, _options, callback) =>
  callback(null, [{ address: '127.0.0.1', family: 4 }]);

/** `/limited/429/120` answers so; `/to/HOST/…` redirects there; `/held…` waits until it is let go, `/hang…` for ever, `/slow…` answers after a second; all else answers at once. */
const held: ServerResponse[] = [];
const startedAt: number[] = [];
let open = 0;
let mostOpen = 0;
const server = createServer((request, response) => {
  const path = request.url ?? '';
  startedAt.push(performance.now());
  open += 1;
  mostOpen = Math.max(mostOpen, open);
  response.once('close', () => (open -= 1));
  if (path === '/broken') request.socket.destroy();
  else if (path.startsWith('/limited/')) {
    const [, , status, wait = ''] = path.split('/');
    response.writeHead(Number(status), { 'retry-after': decodeURIComponent(wait) }).end();
  } else if (path.startsWith('/to/')) {
    response.writeHead(302, { location: `http://${path.slice('/to/'.length)}` }).end();
  } else if (path.startsWith('/held')) held.push(response);
  else if (path.startsWith('/slow')) setTimeout(() => response.end(), 1_000);
  else if (!path.startsWith('/hang')) response.end();
});
const clients: Http[] = [];
let port = '';

beforeAll(async () => {
  port = new URL(await listenOnLoopback(server)).port;
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
  server.closeAllConnections();
  await until(() => open === 0);
  mostOpen = 0;
  startedAt.length = 0;
});
afterAll(() => void server.close());

function politeHttp(timeouts = TIMEOUTS): Http {
  const http = limitPerHost(
    createHttp({ userAgent: 'Test desk', addresses: 'loopback-too', timeouts, resolve }),
    () => NOW,
  );
  clients.push(http);
  return http;
}

test('a host is asked for two things at a time, in order, and another host does not wait for it', async () => {
  const http = politeHttp();
  const order: number[] = [];
  const all = [1, 2, 3, 4].map((number) =>
    http.get(`http://127.0.0.1:${port}/held${number}`).then(() => order.push(number)),
  );
  const elsewhere = http.get(`http://localhost:${port}/held`);
  await until(() => held.length === 3);
  await pause(50);
  expect(held).toHaveLength(3);
  while (order.length < 4) {
    for (const response of held.splice(0)) response.end();
    await pause(20);
  }
  await Promise.all([...all, elsewhere]);
  expect(new Set(order)).toEqual(new Set([1, 2, 3, 4]));
  expect(Math.max(order.indexOf(1), order.indexOf(2))).toBeLessThan(
    Math.min(order.indexOf(3), order.indexOf(4)),
  );
});

test('a request that fails gives its place back', async () => {
  const http = politeHttp();
  for (let round = 0; round < 5; round += 1) {
    expect(await http.get(`http://127.0.0.1:${port}/broken`)).toMatchObject({ reason: 'connection' });
  }
});

test("a site of somebody else's is asked once a second at most", async () => {
  const http = politeHttp();
  const paths = ['a', 'b', 'c', 'd'];
  const answers = await Promise.all(paths.map((path) => http.get(`http://site.example:${port}/${path}`)));
  expect(answers.map(({ kind }) => kind)).toEqual(paths.map(() => 'response'));
  // The first was also dialled for.
  const [, first = 0, second = 0, third = 0] = startedAt;
  expect(second - first).toBeGreaterThan(700);
  expect(third - second).toBeGreaterThan(700);
});

test('waiting for a turn does not count against the time of a request', async () => {
  const http = politeHttp({ connectMs: 2_500, silenceMs: 2_500, wholeMs: 2_500 });
  const paths = [1, 2, 3, 4, 5, 6];
  const answers = await Promise.all(paths.map((path) => http.get(`http://127.0.0.1:${port}/slow${path}`)));
  expect(answers.map(({ kind }) => kind)).toEqual(paths.map(() => 'response'));
  expect(mostOpen).toBe(2);
});

test('feeds that hang hold the healthy ones of their host for three seconds once, and then no more', async () => {
  const http = politeHttp();
  const ask = (path: string) => http.get(`http://127.0.0.1:${port}/${path}`);
  const hanging = () => ['hang1', 'hang2'].map(ask);
  const healthy = async () => {
    const answers = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(ask));
    expect(answers.every(({ kind }) => kind === 'response')).toBe(true);
    return 'healthy';
  };
  const firstRound = hanging();
  expect(await Promise.race([healthy(), ...firstRound])).toBe('healthy');
  expect(await Promise.all(firstRound)).toMatchObject([{ reason: 'timeout' }, { reason: 'timeout' }]);
  const secondRound = hanging();
  expect(await Promise.race([healthy(), ...secondRound])).toBe('healthy');
  expect(mostOpen).toBeLessThanOrEqual(4);
  await Promise.all(clients.splice(0).map((client) => client.close()));
  await Promise.all(secondRound);
}, 60_000);

test('a feed whose turn would come too late is put off, not called ill', async () => {
  const http = politeHttp();
  const feeds = Array.from({ length: 25 }, (_, index) => ({
    url: `http://many.example:${port}/${index}`,
    etag: undefined,
    lastModified: undefined,
  }));
  const first = feeds.map((feed) => fetchFeed(http, feed, { now: NOW }));
  const last = await first.at(-1);
  expect(last).toMatchObject({ kind: 'put-off', message: expect.stringMatching(/its turn comes later/) });
  expect(last?.kind === 'put-off' && last.afterMs).toBeGreaterThanOrEqual(10_000);
  const [one, two] = await Promise.all(first.slice(0, 2));
  expect([one?.kind, two?.kind]).toEqual(['fetched', 'fetched']);
});

test.each([
  ['429/120', 120],
  ['503/120', 120],
  ['429/99999999', 86_400],
  ['429/Mon%2C%2023%20Nov%202026%2013%3A00%3A00%20GMT', 3_600],
])('a host that answers %s is asked for nothing else until then', async (answer, seconds) => {
  const http = politeHttp();
  const [feed, sibling] = [`limited/${answer}`, 'feed'].map((path) => askFeed(http, 'site.example', path));
  expect(await feed).toMatchObject({ kind: 'limited', retryAfterMs: seconds * 1_000 });
  const putOff = [await sibling, await askFeed(http, 'site.example', 'third')];
  for (const [index, result] of putOff.entries()) {
    const { message = '', afterMs = 0 } = result?.kind === 'put-off' ? result : {};
    expect(message).toMatch(/^site.example:\d+ asked us to wait, at one of its addresses: /);
    expect(message).toMatch(/ are left alone for (?:2|3|60|61|1440|1441) minutes\.$/);
    expect(afterMs).toBeGreaterThan((seconds - 2) * 1_000);
    expect(afterMs).toBeLessThanOrEqual((seconds + index + 1) * 1_000);
  }
  expect(startedAt).toHaveLength(1);
  expect(await askFeed(http, 'other.example', 'feed')).toMatchObject({ kind: 'fetched' });
});

test('a host that asks for a moment only is asked again after it', async () => {
  const http = politeHttp();
  await askFeed(http, 'site.example', 'limited/429/1');
  expect(await askFeed(http, 'site.example', 'feed')).toMatchObject({ kind: 'put-off' });
  await pause(1_100);
  expect(await askFeed(http, 'site.example', 'feed')).toMatchObject({ kind: 'fetched' });
});

test.each(['limited/429/0', 'limited/503/soon', 'limited/500/120'])(
  'a host that answers %s goes on being asked',
  async (path) => {
    const http = politeHttp();
    await askFeed(http, 'site.example', path);
    expect(await askFeed(http, 'site.example', 'feed')).toMatchObject({ kind: 'fetched' });
  },
);

test('behind a redirect, it is the answering host that rests', async () => {
  const http = politeHttp();
  await askFeed(http, 'lane.example', `to/site.example:${port}/limited/429/120`);
  expect(await askFeed(http, 'site.example', 'feed')).toMatchObject({ kind: 'put-off' });
  expect(await askFeed(http, 'lane.example', 'feed')).toMatchObject({ kind: 'fetched' });
});

function askFeed(http: Http, host: string, path: string) {
  const feed = { url: `http://${host}:${port}/${path}`, etag: undefined, lastModified: undefined };
  return fetchFeed(http, feed, { now: NOW });
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(20);
}
