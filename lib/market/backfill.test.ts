import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/db/client';
import { loadCandlesSince } from '@/db/queries/load-candles-since';
import { candles } from '@/db/schema/market';
import { tokens } from '@/db/schema/tokens';
import { useTestDatabase } from '@/db/testing';
import { storeCandles } from '@/db/writes/store-candles';
import { toPrice, type Decimal } from '@/lib/core/decimal';
import { MINUTE_MS, startOfMinute } from '@/lib/core/time';
import type { TokenId, VenueId } from '@/lib/model/ids';
import type { Market, QuoteCurrency } from '@/lib/model/venue';
import { createHttp } from '@/lib/system/http';
import { createLog } from '@/lib/system/log';
import { fillGaps, type BackfillDeps } from './backfill';
import { createVenueRest } from './venue-rest';

useTestDatabase();

const NOW = new Date('2026-11-20T12:00:30Z');
const BITCOIN = 'bitcoin' as TokenId;
const log = createLog({ LOG_LEVEL: 'silent', LOG_FORMAT: 'json' });
const http = createHttp({ userAgent: 'test', addresses: 'loopback-too' });
const cleanups: (() => Promise<void>)[] = [];

beforeAll(async () => {
  await database()
    .insert(tokens)
    .values({ id: BITCOIN, symbol: 'BTC', name: 'Bitcoin', symbolAmbiguity: 'safe', nameAmbiguity: 'safe' });
});

beforeEach(async () => {
  await database().delete(candles);
});

afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

function market(venue: VenueId, symbol: string, quoteCurrency: QuoteCurrency): Market {
  return {
    venue,
    symbol,
    tokenId: BITCOIN,
    quoteCurrency,
    validFrom: new Date(0),
    validTo: undefined,
    status: 'trading',
  };
}

/** Every venue's REST interface on one port; a venue answers with its status where one is set, else with history. */
async function startVenues(failing: Partial<Record<VenueId, number>> = {}) {
  const asked: URL[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://venue');
    asked.push(url);
    const venue: VenueId = url.pathname.startsWith('/api')
      ? 'binance'
      : url.pathname.startsWith('/0')
        ? 'kraken'
        : 'coinbase';
    response.statusCode = failing[venue] ?? 200;
    response.end(response.statusCode === 200 ? HISTORIES[venue](url) : '{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanups.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { asked, base: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** As the real ones: at most so many rows, in their own order and form, the running minute included. */
const HISTORIES: Record<VenueId, (url: URL) => string> = {
  binance(url) {
    const from = Number(url.searchParams.get('startTime'));
    const to = Math.min(Number(url.searchParams.get('endTime')), NOW.getTime());
    const rows = minutesBetween(from, to).slice(0, Number(url.searchParams.get('limit')));
    return JSON.stringify(rows.map((at) => [at, '100.00', '101.00', '99.00', '100.50', '7']));
  },
  coinbase(url) {
    const from = Date.parse(url.searchParams.get('start') ?? '');
    const to = Date.parse(url.searchParams.get('end') ?? '');
    const rows = minutesBetween(from, to).slice(-300).toReversed();
    return `[${rows.map((at) => `[${at / 1000},98.5,101.5,100.25,100.75,3]`).join()}]`;
  },
  kraken(url) {
    const since = Number(url.searchParams.get('since')) * 1000;
    const rows = minutesBetween(since + 1, NOW.getTime()).slice(-720);
    return JSON.stringify({
      error: [],
      result: { XXBTZUSD: rows.map((at) => [at / 1000, '1', '2', '1', '2']), last: 1 },
    });
  },
};

function minutesBetween(from: number, to: number): number[] {
  const first = Math.ceil(from / MINUTE_MS) * MINUTE_MS;
  return Array.from(
    { length: Math.max(0, Math.floor((to - first) / MINUTE_MS) + 1) },
    (_, index) => first + index * MINUTE_MS,
  );
}

function depsFor(base: string, markets: readonly Market[]): BackfillDeps & { stop: () => void } {
  const ending = new AbortController();
  const { signal } = ending;
  const address = { ws: 'ws://127.0.0.1:1', rest: `${base}/` };
  const endpoints = { binance: address, coinbase: address, kraken: address };
  const rest = createVenueRest({ http, endpoints, clock: () => NOW, signal });
  const rateOf = (): Decimal | undefined => toPrice('0.5');
  return { rest, markets, rateOf, clock: () => NOW, log, signal, stop: () => ending.abort() };
}

function minutesAgo(minutes: number): Date {
  return new Date(startOfMinute(NOW).getTime() - minutes * MINUTE_MS);
}

describe('the last day of a token', () => {
  it('comes from its first venue in as few requests as it allows, in dollars, without the running minute', async () => {
    const { base, asked } = await startVenues();
    const round = await fillGaps(
      depsFor(base, [market('binance', 'BTCUSDT', 'USDT'), market('kraken', 'BTC/USD', 'USD')]),
    );
    expect(round).toMatchObject({ stored: 1_440, failed: 0 });
    expect(asked.map(({ pathname }) => pathname)).toEqual(['/api/v3/klines', '/api/v3/klines']);
    const stored = await loadCandlesSince(minutesAgo(2_000));
    const minutes = stored.map(({ minute }) => minute.getTime()).toSorted((a, b) => a - b);
    expect([minutes[0], minutes.at(-1)]).toEqual([minutesAgo(1_440).getTime(), minutesAgo(1).getTime()]);
    expect(stored[0]).toMatchObject({
      open: '50',
      high: '50.5',
      low: '49.5',
      close: '50.25',
      ticks: 0,
      origin: 'binance',
    });
  });

  it('is asked for only where minutes are missing, and what we saw ourselves stays', async () => {
    const { base, asked } = await startVenues();
    const deps = depsFor(base, [market('binance', 'BTCUSDT', 'USDT')]);
    const price = toPrice('77') as Decimal;
    const live = {
      tokenId: BITCOIN,
      open: price,
      high: price,
      low: price,
      close: price,
      ticks: 9,
      origin: 'live',
    };
    await storeCandles([{ ...live, minute: minutesAgo(30) }]);
    await fillGaps(deps);
    await database().delete(candles);
    const held = Array.from({ length: 1_440 }, (_, index) => index + 1).filter(
      (ago) => ago < 100 || ago > 160,
    );
    await storeCandles(held.map((ago) => ({ ...live, minute: minutesAgo(ago) })));
    asked.length = 0;
    expect(await fillGaps(deps)).toMatchObject({ stored: 61, failed: 0 });
    expect(asked).toHaveLength(1);
    expect(asked[0]?.searchParams.get('startTime')).toBe(String(minutesAgo(160).getTime()));
    const origins = (await loadCandlesSince(minutesAgo(1_440))).map(({ origin }) => origin);
    expect(origins.filter((origin) => origin === 'live')).toHaveLength(1_379);
    asked.length = 0;
    expect(await fillGaps(deps)).toMatchObject({ stored: 0, failed: 0 });
    expect(asked).toEqual([]);
  });

  it('comes from the next venue where the first does not answer here, without asking it for every token', async () => {
    const { base, asked } = await startVenues({ binance: 451 });
    const deps = depsFor(base, [market('binance', 'BTCUSDT', 'USDT'), market('coinbase', 'BTC-USD', 'USD')]);
    expect(await fillGaps(deps)).toMatchObject({ stored: 1_440, failed: 0 });
    expect(
      await deps.rest.ask((await import('./exchanges/binance')).binance, (at) => `${at}/api/v3/klines`),
    ).toMatchObject({
      kind: 'unavailable',
    });
    expect(asked.filter(({ pathname }) => pathname.startsWith('/api'))).toHaveLength(1);
    const stored = await loadCandlesSince(minutesAgo(10));
    expect(stored[0]).toMatchObject({
      open: '100.25',
      high: '101.5',
      low: '98.5',
      close: '100.75',
      origin: 'coinbase',
    });
  });

  it('is as long as a venue remembers', async () => {
    const { base, asked } = await startVenues();
    expect(await fillGaps(depsFor(base, [market('kraken', 'BTC/USD', 'USD')]))).toMatchObject({
      stored: 719,
      failed: 0,
    });
    expect(asked).toHaveLength(1);
  });

  it('stays as it is, in words, where nobody answers', async () => {
    const { base } = await startVenues({ binance: 500, kraken: 404 });
    const markets = [market('binance', 'BTCUSDT', 'USDT'), market('kraken', 'BTC/USD', 'USD')];
    const round = await fillGaps(depsFor(base, markets));
    expect(round).toMatchObject({ stored: 0, failed: 1 });
    expect(round.message).toContain('HTTP 404');
  });

  it('is not asked for any more once the desk stops', async () => {
    const { base, asked } = await startVenues();
    const deps = depsFor(base, [market('coinbase', 'BTC-USD', 'USD')]);
    deps.stop();
    await fillGaps(deps);
    expect(asked).toEqual([]);
  });
});

describe('requests to one venue', () => {
  it('go one after another with a pause between them', async () => {
    const { base, asked } = await startVenues();
    const start = performance.now();
    await fillGaps(depsFor(base, [market('coinbase', 'BTC-USD', 'USD')]));
    expect(asked).toHaveLength(5);
    expect(performance.now() - start).toBeGreaterThan(4 * 190);
  });
});
