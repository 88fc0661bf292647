import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { onTestFinished } from 'vitest';
import { WebSocket, type ClientOptions } from 'ws';
import type { Decimal } from '@/lib/core/decimal';
import { createMemoryBus } from '@/lib/live/bus/memory';
import type { ClientMessage, ServerMessage } from '@/lib/live/protocol';
import { serverMessage } from '@/lib/live/protocol-schema';
import type { TokenId } from '@/lib/model/ids';
import type { TokenQuote } from '@/lib/model/quote';
import { createGateway, type GatewayOptions } from './gateway';
import { GATEWAY_LIMITS, type GatewayLimits } from './limits';

export const TEST_START = new Date('2026-11-23T12:00:00Z');
const OPEN_HOUSE: Partial<GatewayLimits> = {
  maxOpensPerAddressPerSecond: 1_000,
  maxClientsPerAddress: 1_000,
};

/** A gateway on a real port of this machine whose clock only moves by `advance`. Gone after the test. */
export async function openTestGateway({
  limits,
  tokenIds = ['bitcoin', 'ethereum', 'sleepless-ai'],
  ...options
}: Partial<Omit<GatewayOptions, 'limits' | 'tokenIds'>> & {
  limits?: Partial<GatewayLimits>;
  tokenIds?: readonly string[];
} = {}) {
  let now = TEST_START.getTime();
  const bus = createMemoryBus((_topic, error) => {
    throw error;
  });
  const known = new Set(tokenIds);
  const gateway = createGateway({
    bus,
    clock: () => new Date(now),
    log: pino({ level: 'silent' }),
    simulated: true,
    tokenIds: () => known,
    quotes: () => [],
    venues: () => [],
    allowedOrigins: () => true,
    ...options,
    limits: { ...GATEWAY_LIMITS, ...OPEN_HOUSE, ...limits },
  });
  const server = createServer((_request, response) => response.writeHead(404).end());
  server.on('upgrade', (request, socket, head) => gateway.handleUpgrade(request, socket, head));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/live`;
  onTestFinished(async () => {
    await gateway.stop('The test is over.');
    server.closeAllConnections();
    server.close();
  });
  return {
    bus,
    gateway,
    url,
    advance: (ms: number) => (now += ms),
    now: () => new Date(now),
    connect: (clientOptions?: ClientOptions) => connectTestBrowser(url, clientOptions),
  };
}

/** A socket that keeps every frame it hears, each held against the protocol's schema. */
async function connectTestBrowser(url: string, options: ClientOptions = {}) {
  const socket = new WebSocket(url, options);
  const heard: ServerMessage[] = [];
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() })),
  );
  socket.on('message', (data) => heard.push(serverMessage.parse(JSON.parse((data as Buffer).toString()))));
  await once(socket, 'open');
  socket.on('error', () => undefined);
  return {
    socket,
    heard,
    closed,
    say: (message: ClientMessage) => socket.send(JSON.stringify(message)),
    of: <T extends ServerMessage['t']>(t: T) =>
      heard.filter((message): message is Extract<ServerMessage, { t: T }> => message.t === t),
    rows: () => heard.flatMap((message) => (message.t === 'snap' || message.t === 'd' ? message.q : [])),
  };
}

export function testQuote(tokenId: string, priceUsd: string, at: Date = TEST_START): TokenQuote {
  return {
    tokenId: tokenId as TokenId,
    priceUsd: priceUsd as Decimal,
    change24h: 1.24,
    open24hUsd: undefined,
    high24hUsd: undefined,
    low24hUsd: undefined,
    volume24hUsd: '1151284684' as Decimal,
    venues: ['binance', 'kraken'],
    exchangeAt: at,
    receivedAt: at,
    halted: false,
  };
}
