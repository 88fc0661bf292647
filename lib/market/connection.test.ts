import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WebSocketServer, type WebSocket } from 'ws';
import type { RawQuote } from '@/lib/model/quote';
import type { VenueStatus } from '@/lib/model/venue';
import { systemClock } from '@/lib/system/clock';
import { createLog } from '@/lib/system/log';
import { VenueConnection, type ConnectionOptions } from './connection';
import { coinbase } from './exchanges/coinbase';
import type { Exchange, ExchangeSpec } from './exchanges/exchange';

const log = createLog({ LOG_LEVEL: 'silent', LOG_FORMAT: 'json' });
const QUICK = { firstRetryMs: 20, longestRetryMs: 80, steadyAfterMs: 400, limitedMs: 300, blockedMs: 60_000 };

const cleanups: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

/** A venue on loopback: every test says what it does with a connection. */
async function startVenue(onConnect: (socket: WebSocket, nth: number) => void, port = 0) {
  const http = createServer((_, response) => response.writeHead(404).end());
  const sockets = new WebSocketServer({ server: http });
  const received: string[] = [];
  const paths: (string | undefined)[] = [];
  let connections = 0;
  sockets.on('connection', (socket, request) => {
    paths.push(request.url);
    socket.on('message', (data) => received.push(String(data)));
    onConnect(socket, (connections += 1));
  });
  await listen(http, port);
  cleanups.push(() => stop(http, sockets));
  return { base: `ws://127.0.0.1:${portOf(http)}`, port: portOf(http), received, paths, sockets, http };
}

/** A server that answers every upgrade with an HTTP status, and counts. */
async function startRefusal(status: string, headers = '') {
  const http = createServer();
  const state = { dials: 0 };
  http.on('upgrade', (_, socket: Socket) => {
    state.dials += 1;
    socket.end(`HTTP/1.1 ${status}\r\n${headers}content-length: 0\r\nconnection: close\r\n\r\n`);
  });
  await listen(http, 0);
  cleanups.push(() => stop(http));
  return { base: `ws://127.0.0.1:${portOf(http)}`, state };
}

function connect(base: string, over: Partial<ConnectionOptions> & { spec?: Partial<ExchangeSpec> } = {}) {
  const quotes: RawQuote[] = [];
  const statuses: VenueStatus[] = [];
  const { spec, ...options } = over;
  const exchange: Exchange = {
    ...coinbase,
    spec: { ...coinbase.spec, frameGapMs: 5, silenceMs: 2_000, ...spec },
  };
  const connection = new VenueConnection({
    exchange,
    base,
    symbols: ['BTC-USD'],
    clock: systemClock,
    log,
    limits: QUICK,
    random: () => 1,
    onQuotes: (batch) => quotes.push(...batch),
    onStatus: (status) => statuses.push(status),
    ...options,
  });
  cleanups.push(() => connection[Symbol.asyncDispose]());
  connection.start();
  return { connection, quotes, statuses, states: () => statuses.map((status) => status.state) };
}

function ticker(price: string): string {
  return JSON.stringify({ type: 'ticker', product_id: 'BTC-USD', price, time: new Date().toISOString() });
}

describe('a venue that works', () => {
  it('is up with its first quote, not with its socket', async () => {
    let say: (frame: string) => void = () => undefined;
    const venue = await startVenue((socket) => (say = (frame) => socket.send(frame)));
    const { connection, quotes, states } = connect(`${venue.base}/`);
    await eventually(() => expect(venue.received).toHaveLength(1));
    say(JSON.stringify({ type: 'subscriptions', channels: [] }));
    await eventually(() => expect(connection.frames.ack).toBe(1));
    expect(connection.status.state).toBe('connecting');
    say(ticker('91000.5'));
    await eventually(() => expect(quotes).toHaveLength(1));
    expect(states()).toEqual(['connecting', 'up']);
    expect(connection.status.lastDataAt).toEqual(quotes[0]?.receivedAt);
    expect(venue.paths).toEqual(['/']);
  });

  it('gets its subscriptions one after another, no faster than it likes', async () => {
    const times: number[] = [];
    const venue = await startVenue((socket) => socket.on('message', () => times.push(performance.now())));
    connect(venue.base, { symbols: ['A-USD', 'B-USD', 'C-USD'], spec: { frameGapMs: 60 } });
    await eventually(() => expect(times).toHaveLength(3));
    expect(venue.received.map((frame) => JSON.parse(frame).product_ids[0])).toEqual([
      'A-USD',
      'B-USD',
      'C-USD',
    ]);
    expect((times[2] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(100);
  });

  it('answers pings, and is pinged where its rules ask for it', async () => {
    let pongs = 0;
    const venue = await startVenue((socket) => {
      socket.on('pong', () => (pongs += 1));
      socket.ping();
    });
    connect(venue.base, {
      spec: { keepalive: { by: 'us', everyMs: 30, onlyWhenQuiet: true, payload: '{"method":"ping"}' } },
    });
    await eventually(() => expect(venue.received).toContain('{"method":"ping"}'));
    await eventually(() => expect(pongs).toBe(1));
  });

  it('says which symbols it does not know and delivers the others', async () => {
    const venue = await startVenue((socket) => {
      socket.send(
        JSON.stringify({
          type: 'error',
          message: 'Failed to subscribe',
          reason: 'FOO-USD is not a valid product',
        }),
      );
      socket.send(ticker('1'));
    });
    const { connection } = connect(venue.base, { symbols: ['FOO-USD', 'BTC-USD'] });
    await eventually(() => expect(connection.status.state).toBe('up'));
    expect(connection.status.reason).toContain('FOO-USD');
  });
});

describe('a venue that goes wrong', () => {
  it('falls silent while its heartbeats go on: the line is cut, redialled and subscribed again', async () => {
    const venue = await startVenue((socket, nth) => {
      socket.send(ticker('100'));
      const beat = setInterval(() => socket.send(nth === 1 ? '{"type":"heartbeat"}' : ticker('101')), 20);
      socket.on('close', () => clearInterval(beat));
    });
    const { connection, states, quotes } = connect(venue.base, { spec: { silenceMs: 200 } });
    await eventually(() => expect(states()).toEqual(['connecting', 'up', 'silent', 'up']));
    expect(connection.frames.heartbeat).toBeGreaterThan(3);
    await eventually(() => expect(quotes.at(-1)?.last).toBe('101'));
    expect(venue.received).toHaveLength(2);
    expect(connection.status.reconnects).toBe(1);
    await eventually(() => expect(venue.sockets.clients.size).toBe(1));
  });

  it('sends garbage: counted, the line kept', async () => {
    const venue = await startVenue((socket) => {
      for (const junk of [
        '',
        '<html>502</html>',
        '{"type":"tick',
        '\u0000',
        '[1,2',
        'null',
        '{"type":"ticker"}',
      ])
        socket.send(junk);
      socket.send(Buffer.from([0xff, 0xfe, 0x00]));
      socket.send(Buffer.from([0x7b, 0xff, 0xfe]), { binary: false });
      socket.send(ticker('5'));
    });
    const { connection, quotes } = connect(venue.base);
    await eventually(() => expect(quotes).toHaveLength(1));
    expect(connection.frames).toMatchObject({ garbage: 9, quotes: 1 });
    expect(venue.sockets.clients.size).toBe(1);
    expect(connection.status).toMatchObject({ state: 'up', reconnects: 0 });
  });

  it('sends one frame beyond all measure: cut and redialled', async () => {
    const venue = await startVenue((socket, nth) =>
      socket.send(nth === 1 ? 'x'.repeat(5_000_000) : ticker('7')),
    );
    const { connection, quotes, states } = connect(venue.base);
    await eventually(() => expect(quotes).toHaveLength(1));
    expect(states()).toEqual(['connecting', 'down', 'up']);
    expect(connection.status.reconnects).toBe(1);
  });

  it.each([1000, 1001, 1008, 1011, 1012, 1013, 4001])(
    'closes with code %i: down in words, then up again',
    async (code) => {
      const venue = await startVenue((socket, nth) => {
        socket.send(ticker(String(nth)));
        if (nth === 1) setTimeout(() => socket.close(code, 'so long'), 20);
      });
      const { states, statuses } = connect(venue.base);
      await eventually(() => expect(states()).toEqual(['connecting', 'up', 'down', 'up']));
      expect(statuses[2]?.reason).toBe(`Closed the connection (code ${code}: so long).`);
      expect(venue.received).toHaveLength(2);
    },
  );

  it('breaks the line off without a word', async () => {
    const venue = await startVenue((socket, nth) => {
      socket.send(ticker(String(nth)));
      if (nth === 1) setTimeout(() => socket.terminate(), 20);
    });
    const { states, statuses } = connect(venue.base);
    await eventually(() => expect(states()).toEqual(['connecting', 'up', 'down', 'up']));
    expect(statuses[2]?.reason).toBe('Closed the connection (code 1006).');
  });

  it('is not there yet: refused in words, found when it comes', async () => {
    const probe = createServer();
    await listen(probe, 0);
    const port = portOf(probe);
    await stop(probe);
    const { states, statuses } = connect(`ws://127.0.0.1:${port}`);
    await eventually(() => expect(states()).toEqual(['connecting', 'down']));
    expect(statuses[1]?.reason).toBe(`127.0.0.1:${port} refused the connection.`);
    await startVenue((socket) => socket.send(ticker('1')), port);
    await eventually(() => expect(states()).toEqual(['connecting', 'down', 'up']));
  });

  it('accepts the connection and never answers: given up in time', async () => {
    const http = createServer();
    const held: Socket[] = [];
    http.on('upgrade', (_, socket: Socket) => held.push(socket));
    await listen(http, 0);
    cleanups.push(() => {
      for (const socket of held) socket.destroy();
      return stop(http);
    });
    const { statuses } = connect(`ws://127.0.0.1:${portOf(http)}`, { limits: { ...QUICK, handshakeMs: 80 } });
    await eventually(() => expect(statuses[1]?.reason).toMatch(/did not answer in time/));
  });

  it('speaks of a country it may not serve: blocked, and not asked again for an hour', async () => {
    const venue = await startRefusal('451 Unavailable For Legal Reasons');
    const { connection, states } = connect(venue.base);
    await eventually(() => expect(states()).toEqual(['connecting', 'blocked']));
    expect(connection.status.reason).toMatch(
      /^Refuses connections from this machine's address \(HTTP 451\)\. Next attempt at /,
    );
    await wait(150);
    expect(venue.state.dials).toBe(1);
  });

  it('has had too many connections: asked again after its own Retry-After', async () => {
    const venue = await startRefusal('429 Too Many Requests', 'retry-after: 1\r\n');
    const { states } = connect(venue.base);
    await eventually(() => expect(states()).toEqual(['connecting', 'down']));
    await wait(500);
    expect(venue.state.dials).toBe(1);
    await eventually(() => expect(venue.state.dials).toBe(2));
  });

  it('never comes up: the attempts grow rare', async () => {
    const venue = await startRefusal('502 Bad Gateway');
    connect(venue.base);
    await wait(600);
    // 20, 40 and 80 ms, then every 80 ms.
    expect(venue.state.dials).toBeGreaterThan(3);
    expect(venue.state.dials).toBeLessThanOrEqual(9);
  });
});

describe('a connection whose end is known beforehand', () => {
  it('is followed by the next one before it is let go', async () => {
    let open = 0;
    const overlaps: number[] = [];
    const venue = await startVenue((socket, nth) => {
      open += 1;
      socket.on('close', () => (open -= 1));
      const beat = setInterval(() => socket.send(ticker(String(nth))), 10);
      socket.on('close', () => clearInterval(beat));
      overlaps.push(open);
    });
    const { connection, states, quotes } = connect(venue.base, { spec: { maxAgeMs: 150 } });
    await eventually(() => expect(quotes.some((quote) => quote.last === '2')).toBe(true));
    expect(overlaps.slice(0, 2)).toEqual([1, 2]);
    expect(states()).toEqual(['connecting', 'up']);
    expect(connection.status.reconnects).toBe(1);
    await eventually(() => expect(open).toBe(1));
  });

  it('stays when the next one cannot be had', async () => {
    const venue = await startVenue((socket, nth) => {
      if (nth > 1) return socket.close(1013);
      const beat = setInterval(() => socket.send(ticker('1')), 10);
      socket.on('close', () => clearInterval(beat));
      return undefined;
    });
    const { connection, states } = connect(venue.base, { spec: { maxAgeMs: 100 } });
    await eventually(() => expect(connection.status.reconnects).toBeGreaterThan(1));
    expect(states()).toEqual(['connecting', 'up']);
  });

  it('gives way at once to the next when it breaks meanwhile', async () => {
    const venue = await startVenue((socket, nth) => {
      socket.send(ticker(String(nth)));
      if (nth === 2) setTimeout(() => socket.send(ticker('2')), 120);
      if (nth === 1) setTimeout(() => socket.terminate(), 130);
    });
    const { states, statuses } = connect(venue.base, {
      spec: { maxAgeMs: 100 },
      exchange: { ...coinbase, parse: ignoreFirstOf('2'), spec: { ...coinbase.spec, maxAgeMs: 100 } },
    });
    await eventually(() => expect(states()).toEqual(['connecting', 'up', 'down', 'up']));
    expect(statuses[2]?.reason).not.toContain('Next attempt');
    expect(venue.sockets.clients.size).toBe(1);
  });
});

describe('stopping', () => {
  it('closes politely, tells, and leaves no timer and no socket behind', async () => {
    const closes: number[] = [];
    const venue = await startVenue((socket) => {
      socket.on('close', (code) => closes.push(code));
      socket.send(ticker('1'));
    });
    const before = process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    const { connection, states } = connect(venue.base, {
      spec: { maxAgeMs: 60_000, keepalive: { by: 'us', everyMs: 50, onlyWhenQuiet: false } },
    });
    await eventually(() => expect(connection.status.state).toBe('up'));
    await connection[Symbol.asyncDispose]();
    expect(states()).toEqual(['connecting', 'up', 'down']);
    await eventually(() => expect(closes).toEqual([1000]));
    await eventually(() => expect(venue.sockets.clients.size).toBe(0));
    const after = process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    expect(after).toBeLessThanOrEqual(before);
  });

  it.each([
    ['while it dials', 'ws://127.0.0.1:9'],
    ['while it waits', undefined],
  ])('dials no more %s', async (_, fixed) => {
    const venue = await startRefusal('502 Bad Gateway');
    const { connection, statuses } = connect(fixed ?? venue.base);
    if (fixed === undefined) await eventually(() => expect(venue.state.dials).toBeGreaterThan(0));
    await connection[Symbol.asyncDispose]();
    const seen = { dials: venue.state.dials, statuses: statuses.length };
    await wait(200);
    expect({ dials: venue.state.dials, statuses: statuses.length }).toEqual(seen);
    expect(connection.status).toMatchObject({ state: 'down', reason: 'The desk has stopped.' });
  });

  it('does not wait for a venue that ignores the goodbye', async () => {
    const venue = await startVenue((socket) => {
      socket.send(ticker('1'));
      socket.close = () => undefined;
    });
    const { connection } = connect(venue.base);
    await eventually(() => expect(connection.status.state).toBe('up'));
    for (const socket of venue.sockets.clients) socket.pause();
    const start = performance.now();
    await connection[Symbol.asyncDispose]();
    expect(performance.now() - start).toBeLessThan(2_500);
  });
});

/** A busy machine is slow, not wrong. */
function eventually(check: () => void): Promise<void> {
  return vi.waitFor(check, { timeout: 8_000, interval: 10 });
}

function ignoreFirstOf(price: string): Exchange['parse'] {
  let first = true;
  return (data, receivedAt) => {
    const parsed = coinbase.parse(data, receivedAt);
    const hide = first && parsed.kind === 'quotes' && parsed.quotes[0]?.last === price;
    if (hide) first = false;
    return hide ? { kind: 'ignored' } : parsed;
  };
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

async function stop(server: Server, sockets?: WebSocketServer): Promise<void> {
  for (const socket of sockets?.clients ?? []) socket.terminate();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
