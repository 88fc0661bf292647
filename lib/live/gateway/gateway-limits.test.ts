import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Bus } from '@/lib/live/bus/bus';
import { openTestGateway, testQuote } from './testing';

const manyIds = Array.from({ length: 250 }, (_, index) => `token-${index}`);
const ROUNDS = 12;

test('a client holds 200 tokens and is told which are beyond', async () => {
  const { connect } = await openTestGateway({ tokenIds: manyIds });
  const browser = await connect();
  browser.say({ t: 'sub', id: 1, ids: manyIds.slice(0, 150) });
  browser.say({ t: 'sub', id: 2, ids: manyIds.slice(100, 250) });
  await expect.poll(() => browser.of('ack')).toHaveLength(2);
  const second = browser.of('ack')[1];
  expect(second?.ok).toHaveLength(100);
  expect(second?.bad).toHaveLength(50);
  expect(second?.bad[0]).toEqual({ id: 'token-200', error: 'limit' });

  browser.say({ t: 'unsub', id: 3, ids: ['token-0'] });
  browser.say({ t: 'sub', id: 4, ids: ['token-249'] });
  await expect.poll(() => browser.of('ack')).toHaveLength(4);
  expect(browser.of('ack')[3]?.ok).toEqual(['token-249']);
});

test('the 21st message within ten seconds ends the conversation; ten seconds later it would not', async () => {
  const { advance, connect } = await openTestGateway();
  const [hasty, calm] = [await connect(), await connect()];
  for (let c = 1; c <= 20; c += 1) calm.say({ t: 'ping', c });
  for (let c = 1; c <= 21; c += 1) hasty.say({ t: 'ping', c });
  expect((await hasty.closed).code).toBe(4001);
  expect(hasty.of('pong')).toHaveLength(20);
  expect(hasty.of('err')[0]).toMatchObject({ code: 'rate' });
  await expect.poll(() => calm.of('pong')).toHaveLength(20);
  advance(10_000);
  calm.say({ t: 'ping', c: 21 });
  await expect.poll(() => calm.of('pong')).toHaveLength(21);
});

test('who asks for nothing within half a minute is closed; who reads prices or stories stays', async () => {
  const { advance, connect } = await openTestGateway({ limits: { judgeEveryMs: 10 } });
  const [silent, prices, stories] = [await connect(), await connect(), await connect()];
  prices.say({ t: 'sub', id: 1, ids: ['bitcoin'] });
  stories.say({ t: 'news', on: true });
  stories.say({ t: 'ping', c: 1 });
  await expect.poll(() => prices.of('ack').length + stories.of('pong').length).toBe(2);
  advance(29_000);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(silent.socket.readyState).toBe(silent.socket.OPEN);
  advance(1_000);
  expect((await silent.closed).code).toBe(4008);
  expect([prices.socket.readyState, stories.socket.readyState]).toEqual([1, 1]);
});

test('a client that stops answering pings is cut off after two, one that answers stays', async () => {
  const { advance, connect } = await openTestGateway({ limits: { judgeEveryMs: 10 } });
  const [dead, alive] = [await connect({ autoPong: false }), await connect()];
  for (const browser of [dead, alive]) browser.say({ t: 'sub', id: 1, ids: ['bitcoin'] });
  await expect.poll(() => dead.of('ack').length + alive.of('ack').length).toBe(2);
  for (let round = 0; round < 3; round += 1) {
    const pinged = once(alive.socket, 'ping');
    advance(20_000);
    await pinged;
    // Its answer goes out before this does.
    alive.say({ t: 'ping', c: round });
    await expect.poll(() => alive.of('pong').length).toBe(round + 1);
  }
  expect((await dead.closed).code).toBe(1006);
  expect(alive.socket.readyState).toBe(alive.socket.OPEN);
});

test('a page of another site is refused at the door', async () => {
  const { connect } = await openTestGateway({
    allowedOrigins: (origin, host) => origin === `http://${host}`,
  });
  await expect(connect({ origin: 'https://elsewhere.example' })).rejects.toThrow('403');
});

test('an address opens five sockets a second and holds twenty', async () => {
  const { advance, connect } = await openTestGateway({
    limits: { maxOpensPerAddressPerSecond: 5, maxClientsPerAddress: 20 },
  });
  const held = [];
  for (let second = 0; second < 4; second += 1) {
    for (let count = 0; count < 5; count += 1) held.push(await connect());
    await expect(connect()).rejects.toThrow('429');
    advance(1_001);
  }
  await expect(connect()).rejects.toThrow('429');
  held[0]?.socket.close();
  await held[0]?.closed;
  advance(1_001);
  const again = await connect();
  expect(again.socket.readyState).toBe(again.socket.OPEN);
});

test('behind a proxy of this network everyone counts for himself', async () => {
  const { connect } = await openTestGateway({ limits: { maxClientsPerAddress: 1 } });
  await connect({ headers: { 'x-forwarded-for': '203.0.113.7' } });
  await connect({ headers: { 'x-forwarded-for': '203.0.113.7, 198.51.100.4' } });
  await expect(connect({ headers: { 'x-forwarded-for': '203.0.113.7' } })).rejects.toThrow('429');
});

test('a full desk answers 503, why, and when to try again', async () => {
  const { connect, url } = await openTestGateway({ limits: { maxClients: 2 } });
  await connect();
  await connect();
  const refusal = await new Promise<IncomingMessage>((resolve) =>
    new WebSocket(url).on('unexpected-response', (_request, response) => resolve(response)),
  );
  expect([refusal.statusCode, refusal.headers['retry-after']]).toEqual([503, '30']);
  expect(await text(refusal)).toBe('The desk is full.\n');
});

test('a handshake that is none does not count as a client', async () => {
  const { connect, url } = await openTestGateway({ limits: { maxClients: 1 } });
  const status = await new Promise((resolve) => {
    const withoutKey = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' };
    request(url.replace('ws:', 'http:'), { headers: withoutKey })
      .on('response', (response) => resolve(response.resume().statusCode))
      .end();
  });
  expect(status).toBe(400);
  const browser = await connect();
  expect(browser.socket.readyState).toBe(browser.socket.OPEN);
});

test('a reader that takes nothing in is skipped, delays nobody, and has the newest rows in the end', async () => {
  const { bus, connect } = await openTestGateway({
    tokenIds: manyIds,
    limits: { terminateAboveBytes: 256 * 1024 * 1024 },
  });
  const [stuck, reader] = [await connect(), await connect()];
  await subscribeToAll([stuck, reader]);
  stuck.socket.pause();
  for (let round = 1; round <= ROUNDS; round += 1) await publishTwoMegabytes(bus, reader, round);
  stuck.socket.resume();
  await expect.poll(() => stuck.rows().at(-1)?.[1].startsWith(`${ROUNDS}.`)).toBe(true);
  expect(reader.rows()).toHaveLength(ROUNDS * 200);
  expect(stuck.rows().length).toBeLessThan(reader.rows().length * 0.8);
}, 60_000);

test('a reader whose unsent bytes pass a megabyte is cut off', async () => {
  const { bus, connect } = await openTestGateway({ tokenIds: manyIds });
  const [stuck, reader] = [await connect(), await connect()];
  await subscribeToAll([stuck, reader]);
  stuck.socket.pause();
  for (let round = 1; round <= ROUNDS; round += 1) await publishTwoMegabytes(bus, reader, round);
  stuck.socket.resume();
  expect((await stuck.closed).code).toBe(1006);
  expect(reader.socket.readyState).toBe(reader.socket.OPEN);
}, 60_000);

type TestBrowser = Awaited<ReturnType<Awaited<ReturnType<typeof openTestGateway>>['connect']>>;

async function subscribeToAll(browsers: readonly TestBrowser[]): Promise<void> {
  for (const browser of browsers) {
    browser.say({ t: 'sub', id: 1, ids: manyIds.slice(0, 200), rate: 'focus' });
    await expect.poll(() => browser.of('snap')).toHaveLength(1);
  }
}

/** More than the operating system takes in for a reader that does not read, after a few rounds. */
async function publishTwoMegabytes(bus: Bus, reader: TestBrowser, round: number): Promise<void> {
  bus.publish(
    'quotes',
    manyIds.map((id) => testQuote(id, `${round}.${'1'.repeat(10_000)}`)),
  );
  const arrived = (): number => reader.rows().filter((row) => row[1].startsWith(`${round}.`)).length;
  await expect.poll(arrived, { interval: 10 }).toBe(200);
}
