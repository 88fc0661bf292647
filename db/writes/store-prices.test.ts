import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/db/client';
import { readCandleMinutes } from '@/db/queries/candle-minutes';
import { loadCandlesSince } from '@/db/queries/load-candles-since';
import { loadTokenQuotes } from '@/db/queries/load-token-quotes';
import { markets, venues } from '@/db/schema/market';
import { tokens } from '@/db/schema/tokens';
import { useTestDatabase } from '@/db/testing';
import { toPrice, type Decimal } from '@/lib/core/decimal';
import type { Candle } from '@/lib/model/candle';
import type { TokenId } from '@/lib/model/ids';
import type { TokenQuote } from '@/lib/model/quote';
import type { VenueStatus } from '@/lib/model/venue';
import { forgetVenuesExcept } from './forget-venues';
import { storeCandles } from './store-candles';
import { storeMarketStatuses } from './store-market-statuses';
import { storeQuotes } from './store-quotes';
import { storeVenue } from './store-venue';

useTestDatabase();

const NOW = new Date('2026-11-20T12:00:00.123Z');
const BITCOIN = 'bitcoin' as TokenId;
const PEPE = 'pepe' as TokenId;

function price(text: string): Decimal {
  return toPrice(text) as Decimal;
}

beforeAll(async () => {
  const token = { name: 'A token', symbolAmbiguity: 'safe', nameAmbiguity: 'safe' } as const;
  await database()
    .insert(tokens)
    .values([
      { ...token, id: BITCOIN, symbol: 'BTC' },
      { ...token, id: PEPE, symbol: 'PEPE' },
    ]);
});

describe('quotes', () => {
  const quote: TokenQuote = {
    tokenId: PEPE,
    priceUsd: price('0.0000046312'),
    change24h: -1.25,
    open24hUsd: price('0.0000046898'),
    high24hUsd: undefined,
    low24hUsd: undefined,
    volume24hUsd: price('410000000'),
    venues: ['binance', 'kraken'],
    exchangeAt: NOW,
    receivedAt: new Date(NOW.getTime() + 41),
    halted: false,
  };

  it('come back as they were, to the last digit and millisecond', async () => {
    await storeQuotes([quote]);
    expect(await loadTokenQuotes()).toEqual([quote]);
  });

  it('replace the one before, also where something has become unknown', async () => {
    const next: TokenQuote = {
      ...quote,
      change24h: undefined,
      exchangeAt: undefined,
      venues: [],
      halted: true,
    };
    await storeQuotes([next]);
    expect(await loadTokenQuotes()).toEqual([next]);
    await storeQuotes([]);
  });
});

describe('candles', () => {
  const minute = new Date('2026-11-20T11:58:00Z');

  function candle(close: string, origin: string, at = minute): Candle & { tokenId: TokenId } {
    const closing = price(close);
    return {
      tokenId: BITCOIN,
      minute: at,
      open: price('100'),
      high: closing,
      low: price('99'),
      close: closing,
      ticks: 3,
      origin,
    };
  }

  async function closeOf(at: Date): Promise<string | undefined> {
    return (await loadCandlesSince(at)).find((each) => each.minute.getTime() === at.getTime())?.close;
  }

  it('of our own ticks replace what is there, a history never does', async () => {
    await storeCandles([candle('101', 'binance')]);
    await storeCandles([candle('102', 'live')]);
    expect(await closeOf(minute)).toBe('102');
    await storeCandles([candle('103', 'kraken')]);
    expect(await closeOf(minute)).toBe('102');
    await storeCandles([candle('104', 'live')]);
    await storeCandles([candle('104', 'live')]);
    expect(await closeOf(minute)).toBe('104');
  });

  it('go in by the thousand, and their minutes can be asked for', async () => {
    const day = Array.from(
      { length: 1_440 },
      (_, index) => new Date(Date.UTC(2026, 10, 18) + index * 60_000),
    );
    await storeCandles(day.map((at) => candle('100.5', 'coinbase', at)));
    const range = { from: new Date(Date.UTC(2026, 10, 18)), to: new Date(Date.UTC(2026, 10, 18, 23, 59)) };
    expect(await readCandleMinutes(BITCOIN, range)).toEqual(day);
    expect(await readCandleMinutes(PEPE, range)).toEqual([]);
  });
});

describe('venues', () => {
  const status: VenueStatus = {
    venue: 'kraken',
    state: 'down',
    since: NOW,
    reason: 'Closed the connection (code 1013).',
    lastDataAt: undefined,
    reconnects: 3,
  };

  it('are kept as they stand, and forgotten when the desk does not listen to them', async () => {
    await storeVenue(status);
    await storeVenue({ ...status, state: 'up', reason: undefined, lastDataAt: NOW });
    await storeVenue({ ...status, venue: 'binance' });
    await forgetVenuesExcept(['kraken']);
    const row = { id: 'kraken', state: 'up', since: NOW, reason: null, lastDataAt: NOW, reconnects: 3 };
    expect(await database().select().from(venues)).toEqual([row]);
    await forgetVenuesExcept([]);
    expect(await database().select().from(venues)).toEqual([]);
  });
});

describe('market states', () => {
  it('follow the venue, except out of quarantine', async () => {
    const row = { venue: 'kraken', validFrom: new Date(0), tokenId: BITCOIN, quoteCurrency: 'USD' } as const;
    const symbols = ['A/USD', 'B/USD', 'C/USD', 'D/USD'];
    await database()
      .insert(markets)
      .values(symbols.map((symbol) => ({ ...row, symbol })));
    await database().update(markets).set({ status: 'quarantined' }).where(eq(markets.symbol, 'D/USD'));
    await storeMarketStatuses(
      'kraken',
      new Map([
        ['A/USD', 'halted'],
        ['B/USD', 'delisted'],
        ['D/USD', 'trading'],
      ]),
    );
    const rows = await database().select({ symbol: markets.symbol, status: markets.status }).from(markets);
    expect(Object.fromEntries(rows.map(({ symbol, status }) => [symbol, status]))).toEqual({
      'A/USD': 'halted',
      'B/USD': 'delisted',
      'C/USD': 'trading',
      'D/USD': 'quarantined',
    });
    await storeMarketStatuses('kraken', new Map());
  });
});
