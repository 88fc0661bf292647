import { toJson, type Answer } from '@/e2e/world/answer';
import { MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import type { Listing } from './listings';
import { limitPerSecond } from './rate-limit';
import type { VenueParts } from './venue-parts';

const MAX_ROWS = 720;
/** One a second is safe for long; a short burst is borne. */
const MAX_REQUESTS_PER_SECOND = 8;
const INTERVALS = [1, 5, 15, 30, 60, 240, 1_440];
/** Three of the oldest coins keep another name here than on the stream. */
const REST_BASES: Readonly<Record<string, string>> = { BTC: 'XBT', DOGE: 'XDG' };
const OLD_COINS = new Set(['XBT', 'XDG', 'ETH', 'XRP', 'LTC', 'XLM', 'ETC', 'XMR', 'ZEC']);

/** Kraken's REST interface, as far as market data goes. Refusals are answered with status 200. */
export function createKrakenRest(parts: VenueParts): (path: URL) => Answer {
  const isAllowed = limitPerSecond(MAX_REQUESTS_PER_SECOND);
  return (path) => {
    if (!isAllowed()) return refuse('EGeneral:Too many requests');
    if (path.pathname === '/0/public/AssetPairs') return assetPairs(parts);
    if (path.pathname === '/0/public/OHLC') return ohlc(path.searchParams, parts);
    return refuse('EGeneral:Unknown method');
  };
}

function assetPairs(parts: VenueParts): Answer {
  const result = Object.fromEntries(
    parts.listings.map((listing) => {
      const base = restBase(listing);
      const pair = {
        altname: altName(listing),
        wsname: `${base}/${listing.quote}`,
        aclass_base: 'currency',
        base: OLD_COINS.has(base) ? `X${base}` : base,
        aclass_quote: 'currency',
        quote: listing.quote === 'USD' ? 'ZUSD' : listing.quote,
        pair_decimals: listing.decimals,
        cost_decimals: 5,
        lot_decimals: 8,
        lot_multiplier: 1,
        ordermin: '0.0001',
        costmin: '0.5',
        status: parts.faults.find('halt-symbol', listing.symbol) ? 'cancel_only' : 'online',
      };
      return [pairKey(listing), pair];
    }),
  );
  return toJson({ error: [], result });
}

/** Only the newest 720 rows, whatever `since` asks for; the last one is still running. */
function ohlc(query: URLSearchParams, parts: VenueParts): Answer {
  const asked = query.get('pair');
  const listing = parts.listings.find((each) =>
    [altName(each), pairKey(each), each.symbol].includes(asked ?? ''),
  );
  if (listing === undefined) return refuse('EQuery:Unknown asset pair');
  const interval = Number(query.get('interval') ?? 1);
  if (!INTERVALS.includes(interval)) return refuse('EGeneral:Invalid arguments');
  const stepMs = interval * MINUTE_MS;
  const now = parts.now();
  const newest = Math.floor(now / stepMs) * stepMs;
  const since = Number(query.get('since') ?? 0) * SECOND_MS;
  const fromMs = Math.max(newest - (MAX_ROWS - 1) * stepMs, since + 1);
  const rows = parts.market.candles(listing, { fromMs, toMs: newest, stepMs, now }).map((candle) => {
    const price = (value: number) => value.toFixed(listing.decimals);
    const mean = candle.volumeBase > 0 ? candle.volumeQuote / candle.volumeBase : candle.close;
    return [
      candle.startMs / SECOND_MS,
      ...[candle.open, candle.high, candle.low, candle.close, mean].map(price),
      candle.volumeBase.toFixed(8),
      Math.round(candle.volumeQuote / 900),
    ];
  });
  return toJson({ error: [], result: { [pairKey(listing)]: rows, last: (newest - stepMs) / SECOND_MS } });
}

function refuse(error: string): Answer {
  return toJson({ error: [error] });
}

function restBase({ base }: Listing): string {
  return REST_BASES[base] ?? base;
}

function altName(listing: Listing): string {
  return `${restBase(listing)}${listing.quote}`;
}

function pairKey(listing: Listing): string {
  const base = restBase(listing);
  return OLD_COINS.has(base) && listing.quote === 'USD' ? `X${base}ZUSD` : altName(listing);
}
