import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { onTestFinished, vi } from 'vitest';
import { WebSocketServer, type WebSocket } from 'ws';
import type { RawQuote } from '@/lib/model/quote';
import type { VenueStatus } from '@/lib/model/venue';
import { systemClock } from '@/lib/system/clock';
import { createLog } from '@/lib/system/log';
import { VenueConnection, type ConnectionOptions } from './connection';
import { coinbase } from './exchanges/coinbase';
import type { Exchange, ExchangeSpec } from './exchanges/exchange';

export const QUICK = {
  firstRetryMs: 20,
  longestRetryMs: 80,
  steadyAfterMs: 400,
  limitedMs: 300,
  blockedMs: 60_000,
};

const log = createLog({ LOG_LEVEL: 'silent', LOG_FORMAT: 'json' });

/** A venue on loopback: the test says what it does with each connection. Gone when the test is. */
export async function startVenue(onConnect: (socket: WebSocket, nth: number) => void, port = 0) {
  const http = createServer((_, response) => response.writeHead(404).end());
  const sockets = new WebSocketServer({ server: http });
  const received: string[] = [];
  const paths: (string | undefined)[] = [];
  let connections = 0;
  sockets.on('connection', (socket, request) => {
    paths.push(request.url);
    socket.on('message', (data: Buffer) => received.push(data.toString('utf8')));
    onConnect(socket, (connections += 1));
  });
  await listen(http, port);
  onTestFinished(() => stopServer(http, sockets));
  return { base: `ws://127.0.0.1:${portOf(http)}`, received, paths, sockets };
}

/** A server that answers every upgrade with an HTTP status, and counts. */
export async function startRefusal(status: string, headers = '') {
  const http = createServer();
  const state = { dials: 0 };
  http.on('upgrade', (_, socket: Socket) => {
    state.dials += 1;
    // Who was refused may hang up first.
    socket.on('error', () => undefined);
    socket.end(`HTTP/1.1 ${status}\r\n${headers}content-length: 0\r\nconnection: close\r\n\r\n`);
  });
  await listen(http, 0);
  onTestFinished(() => stopServer(http));
  return { base: `ws://127.0.0.1:${portOf(http)}`, state };
}

/** A server that takes connections and never says a word. */
export async function startMute() {
  const held: Socket[] = [];
  const http = createServer();
  http.on('upgrade', (_, socket: Socket) => {
    socket.on('error', () => undefined);
    held.push(socket);
  });
  await listen(http, 0);
  onTestFinished(() => {
    for (const socket of held) socket.destroy();
    return stopServer(http);
  });
  return { base: `ws://127.0.0.1:${portOf(http)}` };
}

/** A port of this machine on which nobody listens. */
export async function findFreePort(): Promise<number> {
  const http = createServer();
  await listen(http, 0);
  const port = portOf(http);
  await stopServer(http);
  return port;
}

/** A connection to such a venue, in Coinbase's words and with little patience. */
export function connect(
  base: string,
  over: Partial<ConnectionOptions> & { spec?: Partial<ExchangeSpec> } = {},
) {
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
  onTestFinished(() => connection[Symbol.asyncDispose]());
  connection.start();
  return { connection, quotes, statuses, states: () => statuses.map((status) => status.state) };
}

export function ticker(price: string): string {
  return JSON.stringify({
    type: 'ticker',
    product_id: 'BTC-USD',
    price,
    time: new Date().toISOString(),
  });
}

/** A busy machine is slow, not wrong. */
export function eventually(check: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(check, { timeout: 20_000, interval: 10 });
}

export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

async function stopServer(server: Server, sockets?: WebSocketServer): Promise<void> {
  for (const socket of sockets?.clients ?? []) socket.terminate();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
