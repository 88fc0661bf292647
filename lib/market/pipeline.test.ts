import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import { database } from '@/db/client';
import { loadTokenQuotes } from '@/db/queries/load-token-quotes';
import { candles, markets, venues } from '@/db/schema/market';
import { tokens } from '@/db/schema/tokens';
import { useTestDatabase } from '@/db/testing';
import { storeVenue } from '@/db/writes/store-venue';
import { processBus } from '@/lib/live/bus/memory';
import type { TokenId } from '@/lib/model/ids';
import { quoteStateAt, type TokenQuote } from '@/lib/model/quote';
import type { VenueStatus } from '@/lib/model/venue';
import { systemClock } from '@/lib/system/clock';
import { createHttp } from '@/lib/system/http';
import { createLog } from '@/lib/system/log';
import { startMarket, type MarketPipeline } from './pipeline';

useTestDatabase();

const log = createLog({ LOG_LEVEL: 'silent', LOG_FORMAT: 'json' });
const http = createHttp({ userAgent: 'test', addresses: 'loopback-too' });
const bus = processBus(log);
const cleanups: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  const token = { symbolAmbiguity: 'safe', nameAmbiguity: 'safe' } as const;
  await database()
    .insert(tokens)
    .values([
      { ...token, id: 'bitcoin' as TokenId, symbol: 'BTC', name: 'Bitcoin' },
      { ...token, id: 'sleepless-ai' as TokenId, symbol: 'AI', name: 'Sleepless AI' },
    ]);
  const market = { validFrom: new Date(0), quoteCurrency: 'USDT' } as const;
  await database()
    .insert(markets)
    .values([
      { ...market, venue: 'binance', symbol: 'BTCUSDT', tokenId: 'bitcoin' as TokenId },
      { ...market, venue: 'binance', symbol: 'AIUSDT', tokenId: 'sleepless-ai' as TokenId },
      { ...market, venue: 'kraken', symbol: 'BTC/USD', tokenId: 'bitcoin' as TokenId, quoteCurrency: 'USD' },
    ]);
});

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

/** Binance on loopback: a stream that sends `frame` ten times a second, and a REST interface. */
async function startBinance(frame: () => unknown) {
  const server = createServer((request, response) => {
    const listed = (symbol: string, status: string) => ({
      symbol,
      baseAsset: 'X',
      quoteAsset: 'USDT',
      status,
    });
    const symbols = [listed('BTCUSDT', 'TRADING'), listed('AIUSDT', 'BREAK')];
    response.end(request.url?.includes('exchangeInfo') ? JSON.stringify({ symbols }) : '[]');
  });
  const sockets = new WebSocketServer({ server });
  const timer = setInterval(() => {
    const message = frame();
    if (message !== undefined) for (const socket of sockets.clients) socket.send(JSON.stringify(message));
  }, 100);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanups.push(async () => {
    clearInterval(timer);
    for (const socket of sockets.clients) socket.terminate();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { binance: { ws: `ws://127.0.0.1:${port}`, rest: `http://127.0.0.1:${port}` } };
}

async function start(endpoints: Parameters<typeof startMarket>[0]['endpoints']): Promise<MarketPipeline> {
  const market = await startMarket({ bus, clock: systemClock, log, http, endpoints });
  cleanups.push(market.stop);
  return market;
}

function miniTicker(symbol: string, price: string) {
  const day = { o: price, h: price, l: price, v: '10', q: '900000' };
  return { e: '24hrMiniTicker', E: Date.now(), s: symbol, c: price, ...day };
}

function eventually(check: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(check, { timeout: 20_000, interval: 50 });
}

describe('the market', () => {
  it('brings a tick to the bus, to the store and into a minute, and stops clean', async () => {
    let price = 90_000;
    const endpoints = await startBinance(() => [
      miniTicker('BTCUSDT', String((price += 1))),
      miniTicker('OTHERUSDT', '1'),
    ]);
    const told: TokenQuote[][] = [];
    const states: string[] = [];
    const leave = [
      bus.subscribe('quotes', (batch) => told.push([...batch])),
      bus.subscribe('venue', ({ venue, state }: VenueStatus) => states.push(`${venue} ${state}`)),
    ];
    const market = await start(endpoints);
    expect(market.venues()).toMatchObject([{ venue: 'binance', state: 'connecting' }]);
    await eventually(() => expect(told.length).toBeGreaterThan(4));
    expect(market.quotes()).toMatchObject([{ tokenId: 'bitcoin', venues: ['binance'], halted: false }]);
    expect(told[0]).toHaveLength(1);
    await eventually(async () => expect(await loadTokenQuotes()).toHaveLength(1));
    await market.stop();
    leave.forEach((way) => way());
    expect(states).toEqual(['binance connecting', 'binance up', 'binance down']);
    // Two where a minute turned meanwhile.
    const rows = await database().select().from(candles);
    expect(rows[0]).toMatchObject({ tokenId: 'bitcoin', origin: 'live' });
    expect(rows.reduce((ticks, row) => ticks + row.ticks, 0)).toBeGreaterThan(3);
    expect((await loadTokenQuotes())[0]?.priceUsd).toBe(market.quotes()[0]?.priceUsd);
    const [venue] = await database().select().from(venues);
    expect(venue).toMatchObject({ id: 'binance', state: 'down', reason: 'The desk has stopped.' });
  });

  it('tells a burst as one batch of the newest prices, four times a second', async () => {
    let sent = 0;
    const endpoints = await startBinance(() => {
      sent += 20;
      return Array.from({ length: 20 }, (_, index) => miniTicker('BTCUSDT', String(sent + index)));
    });
    const told: number[] = [];
    const leave = bus.subscribe('quotes', (batch) => told.push(batch.length));
    await start(endpoints);
    await eventually(() => expect(sent).toBeGreaterThan(200));
    leave();
    expect(told.every((count) => count === 1)).toBe(true);
    expect(told.length).toBeLessThan(sent / 20);
  });

  it('starts with the last prices it knew, each as old as it is', async () => {
    await database().update(markets).set({ status: 'trading' });
    const market = await start({ binance: { ws: 'ws://127.0.0.1:9', rest: 'http://127.0.0.1:9' } });
    const [quote] = market.quotes();
    expect(quote).toMatchObject({ tokenId: 'bitcoin' });
    expect(quote && quoteStateAt(quote, new Date(Date.now() + 61_000))).toBe('stale');
    await eventually(() => expect(market.venues()).toMatchObject([{ state: 'down' }]));
    expect(market.venues()[0]?.reason).toContain('refused the connection');
  });

  it('halts a token whose venue has closed its only market', async () => {
    const endpoints = await startBinance(() => [
      miniTicker('BTCUSDT', '91000'),
      miniTicker('AIUSDT', '0.0434'),
    ]);
    const market = await start(endpoints);
    await eventually(() =>
      expect(market.quotes()).toContainEqual(
        expect.objectContaining({ tokenId: 'sleepless-ai', halted: true }),
      ),
    );
    const status = eq(markets.symbol, 'AIUSDT');
    expect(await database().select({ status: markets.status }).from(markets).where(status)).toEqual([
      { status: 'halted' },
    ]);
  });

  it('does not listen to a venue without an address, and forgets what was said of it', async () => {
    await storeVenue({
      venue: 'kraken',
      state: 'up',
      since: new Date(),
      reason: undefined,
      lastDataAt: undefined,
      reconnects: 0,
    });
    const market = await start({});
    expect(market.venues()).toEqual([]);
    expect(await database().select().from(venues).where(eq(venues.id, 'kraken'))).toEqual([]);
  });
});
