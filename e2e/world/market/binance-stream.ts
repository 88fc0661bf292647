import { z } from 'zod';
import type { Listing } from './listings';
import type { Connection, Session } from './stream';
import { distortTickers } from './venue-faults';
import type { VenueTicker } from './venue-market';
import type { VenueParts } from './venue-parts';

const MAX_STREAMS = 1_024;
const ALL_MINI_TICKERS = '!miniTicker@arr';
/** Every price and amount carries eight decimals, needed or not. */
const DECIMALS = 8;
const DAY_MS = 86_400_000;

const request = z.object({
  method: z.enum(['SUBSCRIBE', 'UNSUBSCRIBE', 'LIST_SUBSCRIPTIONS']),
  params: z.array(z.string()).default([]),
  id: z.union([z.number(), z.string(), z.null()]).default(null),
});

/** Binance market streams: raw under `/ws`, wrapped under `/stream`. */
export function openBinanceSession(connection: Connection, parts: VenueParts): Session {
  const isCombined = connection.path.pathname === '/stream';
  const streams = new Set(streamsOfPath(connection.path));
  const wrap = (stream: string, data: string) =>
    isCombined ? `{"stream":"${stream}","data":${data}}` : data;

  function answer(message: z.infer<typeof request>): string {
    const { method, params, id } = message;
    if (method === 'LIST_SUBSCRIPTIONS') return JSON.stringify({ result: [...streams], id });
    for (const stream of params) {
      if (method === 'SUBSCRIBE') streams.add(stream);
      else streams.delete(stream);
    }
    return JSON.stringify({ result: null, id });
  }

  return {
    onText(text) {
      const message = readRequest(text);
      connection.answer(message.kind === 'request' ? answer(message.request) : message.refusal);
      if (streams.size > MAX_STREAMS) connection.close(1008, 'Too many streams');
    },
    onSecond(nowMs) {
      const trading = parts.listings.filter((listing) => parts.market.isTrading(listing, nowMs));
      connection.tell([...streams].flatMap((stream) => framesOf(stream, trading, nowMs)));
    },
    onShutdown() {
      connection.answer(wrap('!serverShutdown', JSON.stringify({ e: 'serverShutdown', E: parts.now() })));
    },
  };

  function framesOf(stream: string, trading: readonly Listing[], nowMs: number): string[] {
    const listings =
      stream === ALL_MINI_TICKERS ? trading : trading.filter(({ symbol }) => isFor(stream, symbol));
    const tickers = listings.map((listing) => parts.market.ticker(listing, nowMs));
    const write = stream.endsWith('@ticker') ? writeTicker : writeMiniTicker;
    const groups = distortTickers(tickers, parts.faults, parts.market).map((group) => group.map(write));
    return groups.flatMap((group) =>
      stream === ALL_MINI_TICKERS
        ? [wrap(stream, `[${group.join(',')}]`)]
        : group.map((data) => wrap(stream, data)),
    );
  }
}

function streamsOfPath(path: URL): string[] {
  const named =
    path.pathname === '/stream' ? path.searchParams.get('streams') : path.pathname.slice('/ws/'.length);
  return (named ?? '').split('/').filter((stream) => stream !== '');
}

function isFor(stream: string, symbol: string): boolean {
  const name = symbol.toLowerCase();
  return stream === `${name}@miniTicker` || stream === `${name}@ticker`;
}

function readRequest(
  text: string,
): { kind: 'request'; request: z.infer<typeof request> } | { kind: 'refused'; refusal: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { kind: 'refused', refusal: refusal(3, `Invalid JSON: ${String(error)}`) };
  }
  const result = request.safeParse(value);
  if (result.success) return { kind: 'request', request: result.data };
  return {
    kind: 'refused',
    refusal: refusal(2, `Invalid request: ${result.error.issues[0]?.message ?? 'unknown'}`),
  };
}

function refusal(code: number, msg: string): string {
  return JSON.stringify({ code, msg });
}

function writeMiniTicker(ticker: VenueTicker): string {
  return JSON.stringify({
    e: '24hrMiniTicker',
    E: ticker.ms,
    s: ticker.listing.symbol,
    ...dayFields(ticker),
  });
}

function writeTicker(ticker: VenueTicker): string {
  const change = ticker.last - ticker.open;
  return JSON.stringify({
    e: '24hrTicker',
    E: ticker.ms,
    s: ticker.listing.symbol,
    p: digits(change),
    P: ((change / ticker.open) * 100).toFixed(3),
    ...dayFields(ticker),
    b: price(ticker.bid, ticker.listing),
    a: price(ticker.ask, ticker.listing),
    O: ticker.ms - DAY_MS,
    C: ticker.ms,
  });
}

function dayFields({ listing, last, open, high, low, volumeBase, volumeQuote }: VenueTicker) {
  return {
    c: price(last, listing),
    o: price(open, listing),
    h: price(high, listing),
    l: price(low, listing),
    v: digits(volumeBase),
    q: digits(volumeQuote),
  };
}

/** Rounded to the market's step, then padded. */
export function price(value: number, listing: Listing): string {
  return Number(value.toFixed(listing.decimals)).toFixed(DECIMALS);
}

export function digits(value: number): string {
  return value.toFixed(DECIMALS);
}
