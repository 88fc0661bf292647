import { toJson, type Answer } from '@/e2e/world/answer';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/core/time';
import { digits, price } from './binance-stream';
import type { Listing } from './listings';
import type { VenueCandle } from './venue-market';
import type { VenueParts } from './venue-parts';

const MAX_KLINES = 1_000;
const DEFAULT_KLINES = 500;
const INTERVALS: Readonly<Record<string, number>> = {
  '1m': MINUTE_MS,
  '5m': 5 * MINUTE_MS,
  '15m': 15 * MINUTE_MS,
  '1h': HOUR_MS,
  '1d': DAY_MS,
};
const WEIGHTS: Readonly<Record<string, number>> = { '/api/v3/exchangeInfo': 20, '/api/v3/klines': 2 };
const MAX_WEIGHT_PER_MINUTE = 6_000;

/** Binance's REST interface, as far as market data goes. */
export function createBinanceRest(parts: VenueParts): (path: URL) => Answer {
  let minute = 0;
  let weight = 0;
  return (path) => {
    const now = Math.floor(parts.now() / MINUTE_MS);
    weight = (now === minute ? weight : 0) + (WEIGHTS[path.pathname] ?? 1);
    minute = now;
    if (weight > MAX_WEIGHT_PER_MINUTE) return tooMuch();
    const answer = answerTo(path, parts);
    return { ...answer, headers: { ...answer.headers, 'x-mbx-used-weight-1m': String(weight) } };
  };
}

function answerTo(path: URL, parts: VenueParts): Answer {
  switch (path.pathname) {
    case '/api/v3/ping':
      return toJson({});
    case '/api/v3/time':
      return toJson({ serverTime: parts.now() });
    case '/api/v3/exchangeInfo':
      return exchangeInfo(path.searchParams, parts);
    case '/api/v3/klines':
      return klines(path.searchParams, parts);
    default:
      return toJson({ code: -1000, msg: 'Not found.' }, 404);
  }
}

function exchangeInfo(query: URLSearchParams, parts: VenueParts): Answer {
  const wanted = query.get('symbol');
  const listings = parts.listings.filter(({ symbol }) => wanted === null || symbol === wanted);
  if (wanted !== null && listings.length === 0) return refuse(-1121, 'Invalid symbol.');
  return toJson({
    timezone: 'UTC',
    serverTime: parts.now(),
    rateLimits: [
      { rateLimitType: 'REQUEST_WEIGHT', interval: 'MINUTE', intervalNum: 1, limit: MAX_WEIGHT_PER_MINUTE },
    ],
    exchangeFilters: [],
    symbols: listings.map((listing) => toSymbol(listing, parts)),
  });
}

function toSymbol(listing: Listing, { faults }: VenueParts) {
  return {
    symbol: listing.symbol,
    status: faults.find('halt-symbol', listing.symbol) ? 'BREAK' : 'TRADING',
    baseAsset: listing.base,
    baseAssetPrecision: 8,
    quoteAsset: listing.quote,
    quotePrecision: 8,
    quoteAssetPrecision: 8,
    orderTypes: ['LIMIT', 'LIMIT_MAKER', 'MARKET'],
    isSpotTradingAllowed: true,
    isMarginTradingAllowed: false,
    filters: [
      {
        filterType: 'PRICE_FILTER',
        minPrice: digits(10 ** -listing.decimals),
        maxPrice: '1000000.00000000',
        tickSize: digits(10 ** -listing.decimals),
      },
    ],
    permissions: [],
  };
}

function klines(query: URLSearchParams, parts: VenueParts): Answer {
  const symbol = query.get('symbol');
  const interval = query.get('interval');
  if (symbol === null)
    return refuse(-1102, "Mandatory parameter 'symbol' was not sent, was empty/null, or malformed.");
  const listing = parts.listings.find((each) => each.symbol === symbol);
  if (listing === undefined) return refuse(-1121, 'Invalid symbol.');
  const stepMs = interval === null ? undefined : INTERVALS[interval];
  if (stepMs === undefined) return refuse(-1120, 'Invalid interval.');
  const rows = parts.market.candles(listing, {
    ...rangeOf(query, stepMs, parts.now()),
    stepMs,
    now: parts.now(),
  });
  return toJson(rows.map((candle) => toRow(candle, listing, stepMs)));
}

/** From the start where one is given, else the newest. */
function rangeOf(query: URLSearchParams, stepMs: number, now: number): { fromMs: number; toMs: number } {
  const limit = Math.min(MAX_KLINES, Math.max(1, Number(query.get('limit') ?? DEFAULT_KLINES)));
  const span = (limit - 1) * stepMs;
  const start = query.get('startTime');
  const end = Math.min(now, Number(query.get('endTime') ?? now));
  const newest = Math.floor(end / stepMs) * stepMs;
  if (start === null) return { fromMs: newest - span, toMs: newest };
  const from = Math.ceil(Number(start) / stepMs) * stepMs;
  return { fromMs: from, toMs: Math.min(newest, from + span) };
}

function toRow(candle: VenueCandle, listing: Listing, stepMs: number): readonly (number | string)[] {
  return [
    candle.startMs,
    price(candle.open, listing),
    price(candle.high, listing),
    price(candle.low, listing),
    price(candle.close, listing),
    digits(candle.volumeBase),
    candle.startMs + stepMs - 1,
    digits(candle.volumeQuote),
    Math.round(candle.volumeQuote / 900),
    digits(candle.volumeBase / 2),
    digits(candle.volumeQuote / 2),
    '0',
  ];
}

function refuse(code: number, msg: string): Answer {
  return toJson({ code, msg }, 400);
}

function tooMuch(): Answer {
  return toJson({ code: -1003, msg: 'Too much request weight used.' }, 429, { 'retry-after': '20' });
}
