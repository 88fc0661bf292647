import type { RawQuote } from '@/lib/model/quote';
import { HOUR_MS } from '@/lib/core/time';
import type { Exchange, FrameData, Kline, Parsed, VenueSymbol } from './exchange';
import {
  ascending,
  isFields,
  listOf,
  readJson,
  symbolOf,
  textOf,
  toKline,
  toRawQuote,
  type Fields,
} from './wire';

/**
 * One subscription brings the whole market once a second, only the symbols that changed.
 * Source: binance-spot-api-docs, web-socket-streams.md and rest-api.md (July 2026).
 */
export const binance: Exchange = {
  id: 'binance',
  spec: {
    // The venue pings every 20 s; the socket answers by itself.
    keepalive: { by: 'venue' },
    // More than five frames a second are answered with close code 1008.
    frameGapMs: 300,
    silenceMs: 10_000,
    // Connections are cut at 24 h.
    maxAgeMs: 23 * HOUR_MS,
    requestGapMs: 120,
  },
  socketUrl: (base) => `${base}/ws`,
  subscribeFrames: () => [JSON.stringify({ method: 'SUBSCRIBE', params: ['!miniTicker@arr'], id: 1 })],
  parse: parseFrame,
  symbols: {
    url: (base) => `${base}/api/v3/exchangeInfo?showPermissionSets=false`,
    parse: parseSymbols,
  },
  klines: {
    minutesPerRequest: 1_000,
    reachMinutes: undefined,
    url: (base, symbol, { from, to }) => {
      const query = new URLSearchParams({ symbol, interval: '1m', limit: '1000' });
      query.set('startTime', String(from.getTime()));
      query.set('endTime', String(to.getTime()));
      return `${base}/api/v3/klines?${query}`;
    },
    parse: parseKlines,
  },
};

function parseFrame(data: FrameData, receivedAt: Date): Parsed {
  const payload = readJson(data);
  if (payload === undefined) return { kind: 'garbage', why: 'not a JSON object or array' };
  // A combined stream wraps what a raw stream sends bare.
  const event = isFields(payload) && 'stream' in payload && 'data' in payload ? payload.data : payload;
  if (Array.isArray(event)) return readTickers(event, receivedAt);
  return isFields(event) ? readEvent(event, receivedAt) : { kind: 'garbage', why: 'a stream without data' };
}

function readEvent(event: Fields, receivedAt: Date): Parsed {
  if (isTicker(event)) return readTickers([event], receivedAt);
  if (event.e === 'serverShutdown') return { kind: 'control', what: 'shutdown' };
  if ('id' in event && 'result' in event)
    return { kind: 'ack', ok: true, symbol: undefined, message: undefined };
  const error = isFields(event.error) ? event.error : event;
  if (typeof error.code === 'number' && typeof error.msg === 'string') {
    return { kind: 'ack', ok: false, symbol: undefined, message: error.msg };
  }
  return { kind: 'ignored' };
}

function readTickers(events: readonly unknown[], receivedAt: Date): Parsed {
  const tickers = events.filter(isTicker);
  if (tickers.length === 0) return { kind: 'ignored' };
  const quotes = tickers.map((ticker) => toQuote(ticker, receivedAt)).filter((quote) => quote !== undefined);
  if (quotes.length === 0) return { kind: 'garbage', why: 'tickers without a price' };
  return { kind: 'quotes', quotes, rejected: tickers.length - quotes.length };
}

function isTicker(event: unknown): event is Ticker {
  return isFields(event) && (event.e === '24hrMiniTicker' || event.e === '24hrTicker');
}

/** The mini ticker has no bid and ask; the rest is spelled the same in both. */
function toQuote(ticker: Ticker, receivedAt: Date): RawQuote | undefined {
  const wire = {
    symbol: ticker.s,
    last: ticker.c,
    bid: ticker.b,
    ask: ticker.a,
    open: ticker.o,
    high: ticker.h,
    low: ticker.l,
    volumeBase: ticker.v,
    volumeQuote: ticker.q,
    time: ticker.E,
  };
  return toRawQuote('binance', wire, receivedAt);
}

function parseSymbols(body: string): readonly VenueSymbol[] | undefined {
  const answer = readJson(body);
  if (!isFields(answer) || !Array.isArray(answer.symbols)) return undefined;
  return answer.symbols.filter(isFields).flatMap((row) => {
    const symbol = symbolOf(row.symbol);
    const base = textOf(row.baseAsset);
    const quote = textOf(row.quoteAsset);
    if (symbol === undefined || base === undefined || quote === undefined) return [];
    return [{ symbol, base, quote, trading: row.status === 'TRADING' }];
  });
}

function parseKlines(body: string): readonly Kline[] | undefined {
  const rows = readJson(body);
  if (!Array.isArray(rows)) return undefined;
  return ascending(
    rows
      .map(listOf)
      .map(([start, open, high, low, close]) => toKline(Number(start), { open, high, low, close })),
  );
}

type Ticker = Fields & { readonly e: '24hrMiniTicker' | '24hrTicker' };
