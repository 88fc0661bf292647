import type { RawQuote } from '@/lib/model/quote';
import { SECOND_MS } from '@/lib/core/time';
import type { Exchange, FrameData, Kline, Parsed, VenueSymbol } from './exchange';
import {
  ascending,
  isFields,
  listOf,
  readExactJson,
  readJson,
  symbolOf,
  textOf,
  toKline,
  toRawQuote,
  type Fields,
} from './wire';

const PRODUCT = /[A-Z0-9]+-[A-Z0-9]+/;

/** The Exchange feed. Source: docs.cdp.coinbase.com/exchange (2026). */
export const coinbase: Exchange = {
  id: 'coinbase',
  spec: {
    // The feed asks for no pings; the heartbeat channel keeps quiet products' subscriptions open.
    keepalive: { by: 'venue' },
    frameGapMs: 130,
    // The batch comes every five seconds.
    silenceMs: 15_000,
    maxAgeMs: undefined,
    requestGapMs: 200,
  },
  socketUrl: (base) => `${base}/`,
  // One unknown product makes the venue refuse the whole frame, so each product has its own.
  subscribeFrames: (symbols) =>
    symbols.map((symbol) =>
      JSON.stringify({ type: 'subscribe', product_ids: [symbol], channels: ['ticker_batch', 'heartbeat'] }),
    ),
  parse: parseFrame,
  symbols: { url: (base) => `${base}/products`, parse: parseSymbols },
  klines: {
    minutesPerRequest: 300,
    reachMinutes: undefined,
    url: (base, symbol, { from, to }) => {
      const query = new URLSearchParams({
        granularity: '60',
        start: from.toISOString(),
        end: to.toISOString(),
      });
      return `${base}/products/${encodeURIComponent(symbol)}/candles?${query}`;
    },
    parse: parseKlines,
  },
};

function parseFrame(data: FrameData, receivedAt: Date): Parsed {
  const message = readJson(data);
  if (!isFields(message)) return { kind: 'garbage', why: 'not a JSON object' };
  switch (message.type) {
    // Sent for the ticker channel and for its batch alike.
    case 'ticker':
      return readTicker(message, receivedAt);
    case 'heartbeat':
      return { kind: 'heartbeat' };
    case 'subscriptions':
      return { kind: 'ack', ok: true, symbol: undefined, message: undefined };
    case 'error':
      return readError(message);
    default:
      return { kind: 'ignored' };
  }
}

function readTicker(ticker: Fields, receivedAt: Date): Parsed {
  const quote = toQuote(ticker, receivedAt);
  return quote
    ? { kind: 'quotes', quotes: [quote], rejected: 0 }
    : { kind: 'garbage', why: 'a ticker without a price' };
}

function toQuote(ticker: Fields, receivedAt: Date): RawQuote | undefined {
  const wire = {
    symbol: ticker.product_id,
    last: ticker.price,
    bid: ticker.best_bid,
    ask: ticker.best_ask,
    open: ticker.open_24h,
    high: ticker.high_24h,
    low: ticker.low_24h,
    volumeBase: ticker.volume_24h,
    time: ticker.time,
    sequence: ticker.sequence,
  };
  return toRawQuote('coinbase', wire, receivedAt);
}

function readError(error: Fields): Parsed {
  const message = [textOf(error.message), textOf(error.reason)]
    .filter((part) => part !== undefined)
    .join(': ');
  return { kind: 'ack', ok: false, symbol: PRODUCT.exec(message)?.[0], message };
}

function parseSymbols(body: string): readonly VenueSymbol[] | undefined {
  const rows = readJson(body);
  if (!Array.isArray(rows)) return undefined;
  return rows.filter(isFields).flatMap((row) => {
    const symbol = symbolOf(row.id);
    const base = textOf(row.base_currency);
    const quote = textOf(row.quote_currency);
    if (symbol === undefined || base === undefined || quote === undefined) return [];
    const open = row.status === 'online' && row.trading_disabled !== true && row.cancel_only !== true;
    return [{ symbol, base, quote, trading: open }];
  });
}

/** Rows are `[seconds, low, high, open, close, volume]`, newest first. */
function parseKlines(body: string): readonly Kline[] | undefined {
  const rows = readExactJson(body);
  if (!Array.isArray(rows)) return undefined;
  return ascending(
    rows
      .map(listOf)
      .map(([start, low, high, open, close]) =>
        toKline(Number(start) * SECOND_MS, { open, high, low, close }),
      ),
  );
}
