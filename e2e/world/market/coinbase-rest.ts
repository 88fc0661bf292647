import { toJson, type Answer } from '@/e2e/world/answer';
import { SECOND_MS } from '@/lib/core/time';
import { limitPerSecond } from './rate-limit';
import type { Listing } from './listings';
import { toMicroseconds } from './coinbase-stream';
import type { VenueParts } from './venue-parts';

const MAX_CANDLES = 300;
const MAX_REQUESTS_PER_SECOND = 10;
const GRANULARITIES = [60, 300, 900, 3_600, 21_600, 86_400];
const CANDLES = /^\/products\/([^/]+)\/candles$/;
const TICKER = /^\/products\/([^/]+)\/ticker$/;

/** The Coinbase Exchange REST interface, as far as market data goes. */
export function createCoinbaseRest(parts: VenueParts): (path: URL) => Answer {
  const isAllowed = limitPerSecond(MAX_REQUESTS_PER_SECOND);
  return (path) => {
    if (!isAllowed()) return toJson({ message: 'Public rate limit exceeded' }, 429);
    if (path.pathname === '/products')
      return toJson(parts.listings.map((listing) => toProduct(listing, parts)));
    const ticker = listingIn(TICKER, path, parts);
    if (ticker) return lastTrade(ticker, parts);
    const listing = listingIn(CANDLES, path, parts);
    return listing ? candles(listing, path.searchParams, parts) : toJson({ message: 'NotFound' }, 404);
  };
}

function listingIn(pattern: RegExp, path: URL, parts: VenueParts): Listing | undefined {
  const product = decodeURIComponent(pattern.exec(path.pathname)?.[1] ?? '');
  return parts.listings.find(({ symbol }) => symbol === product);
}

function toProduct({ symbol, base, quote, decimals }: Listing, { faults }: VenueParts) {
  const isHalted = faults.find('halt-symbol', symbol) !== undefined;
  return {
    id: symbol,
    base_currency: base,
    quote_currency: quote,
    quote_increment: (10 ** -decimals).toFixed(decimals),
    base_increment: '0.00000001',
    display_name: `${base}/${quote}`,
    min_market_funds: '1',
    margin_enabled: false,
    post_only: false,
    limit_only: false,
    cancel_only: isHalted,
    trading_disabled: isHalted,
    status: 'online',
    status_message: '',
  };
}

function lastTrade(listing: Listing, parts: VenueParts): Answer {
  const { last, bid, ask, volumeBase, ms } = parts.market.ticker(listing, parts.now());
  const price = (value: number) => value.toFixed(listing.decimals);
  const volume = volumeBase.toFixed(8);
  return toJson({ price: price(last), bid: price(bid), ask: price(ask), volume, time: toMicroseconds(ms) });
}

/** Rows are `[seconds, low, high, open, close, volume]` in JSON numbers, newest first. */
function candles(listing: Listing, query: URLSearchParams, parts: VenueParts): Answer {
  const granularity = Number(query.get('granularity') ?? 60);
  if (!GRANULARITIES.includes(granularity)) return toJson({ message: 'Unsupported granularity' }, 400);
  const stepMs = granularity * SECOND_MS;
  const now = parts.now();
  const toMs = momentOf(query.get('end')) ?? now;
  const fromMs = momentOf(query.get('start')) ?? toMs - (MAX_CANDLES - 1) * stepMs;
  if ((toMs - fromMs) / stepMs > MAX_CANDLES) {
    const message = `granularity too small for the requested time range. Count of aggregations requested exceeds ${MAX_CANDLES}`;
    return toJson({ message }, 400);
  }
  const rows = parts.market.candles(listing, { fromMs, toMs, stepMs, now }).map((candle) => {
    const price = (value: number) => value.toFixed(listing.decimals);
    const prices = [candle.low, candle.high, candle.open, candle.close].map(price);
    return `[${candle.startMs / SECOND_MS},${prices.join(',')},${candle.volumeBase.toFixed(8)}]`;
  });
  return { ...toJson([]), body: `[${rows.toReversed().join(',')}]` };
}

/** ISO 8601, or seconds since 1970. */
function momentOf(text: string | null): number | undefined {
  if (text === null) return undefined;
  const ms = /^\d+$/.test(text) ? Number(text) * SECOND_MS : Date.parse(text);
  return Number.isNaN(ms) ? undefined : ms;
}
