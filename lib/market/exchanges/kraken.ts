import Big from 'big.js';
import { toPrice, type Decimal } from '@/lib/core/decimal';
import { SECOND_MS } from '@/lib/core/time';
import type { RawQuote } from '@/lib/model/quote';
import type { Exchange, FrameData, Kline, Parsed, VenueSymbol } from './exchange';
import {
  amountOf,
  ascending,
  isFields,
  listOf,
  priceOf,
  readExactJson,
  readJson,
  symbolOf,
  textOf,
  toKline,
  toRawQuote,
  type Fields,
} from './wire';

const SYMBOLS_PER_FRAME = 100;
const PAIR = /[A-Z0-9.]+\/[A-Z0-9.]+/;
/** The REST interface still says XBT and XDG where the stream says BTC and DOGE. */
const REST_NAMES: readonly (readonly [stream: string, rest: string])[] = [
  ['BTC', 'XBT'],
  ['DOGE', 'XDG'],
];

/** The second version of the socket. Numbers are JSON numbers: their digits are taken from the raw text. */
export const kraken: Exchange = {
  id: 'kraken',
  spec: {
    keepalive: {
      by: 'us',
      everyMs: 30_000,
      onlyWhenQuiet: true,
      payload: JSON.stringify({ method: 'ping' }),
    },
    frameGapMs: 500,
    silenceMs: 15_000,
    maxAgeMs: undefined,
    // One request a second is what the public interface bears for long.
    requestGapMs: 1_100,
  },
  socketUrl: (base) => `${base}/v2`,
  subscribeFrames,
  parse: parseFrame,
  symbols: { url: (base) => `${base}/0/public/AssetPairs`, parse: parseSymbols },
  klines: {
    minutesPerRequest: 720,
    // Whatever is asked for, only the newest 720 rows are answered.
    reachMinutes: 720,
    url: (base, symbol, { from }) => {
      // `since` is exclusive.
      const query = new URLSearchParams({ pair: toRestPair(symbol), interval: '1' });
      query.set('since', String(from.getTime() / SECOND_MS - 1));
      return `${base}/0/public/OHLC?${query}`;
    },
    parse: parseKlines,
  },
};

function subscribeFrames(symbols: readonly string[]): readonly string[] {
  const frames: string[] = [];
  for (let start = 0; start < symbols.length; start += SYMBOLS_PER_FRAME) {
    const symbol = symbols.slice(start, start + SYMBOLS_PER_FRAME);
    const params = { channel: 'ticker', symbol, event_trigger: 'trades', snapshot: true };
    frames.push(JSON.stringify({ method: 'subscribe', params, req_id: frames.length + 1 }));
  }
  return frames;
}

function parseFrame(data: FrameData, receivedAt: Date): Parsed {
  const message = readJson(data);
  if (message === undefined) return { kind: 'garbage', why: 'not a JSON object or array' };
  if (!isFields(message)) return { kind: 'ignored' };
  switch (message.channel) {
    case 'ticker':
      return readTickers(data, receivedAt);
    case 'heartbeat':
      return { kind: 'heartbeat' };
    case 'status':
      return readStatus(message);
    default:
      return readReply(message);
  }
}

function readTickers(data: FrameData, receivedAt: Date): Parsed {
  const message = readExactJson(data);
  const tickers = isFields(message) ? listOf(message.data) : [];
  const quotes = tickers.map((ticker) => toQuote(ticker, receivedAt)).filter((quote) => quote !== undefined);
  // A pair that has not traded comes with zeros and the year 1970: no quote, and nothing wrong.
  if (quotes.length === 0)
    return tickers.length > 0 ? { kind: 'ignored' } : { kind: 'garbage', why: 'an empty ticker' };
  return { kind: 'quotes', quotes, rejected: tickers.length - quotes.length };
}

function toQuote(ticker: unknown, receivedAt: Date): RawQuote | undefined {
  if (!isFields(ticker)) return undefined;
  const wire = {
    symbol: ticker.symbol,
    last: ticker.last,
    bid: ticker.bid,
    ask: ticker.ask,
    open: openOf(priceOf(ticker.last), ticker.change),
    high: ticker.high,
    low: ticker.low,
    volumeBase: ticker.volume,
    time: ticker.timestamp,
  };
  return toRawQuote('kraken', wire, receivedAt);
}

/** The venue sends no open, only how far the price has come since. */
function openOf(last: Decimal | undefined, change: unknown): Decimal | undefined {
  const text = textOf(change);
  if (last === undefined || text === undefined) return undefined;
  const fallen = text.startsWith('-');
  const distance = amountOf(fallen ? text.slice(1) : text);
  if (distance === undefined) return undefined;
  const open = fallen ? new Big(last).plus(distance) : new Big(last).minus(distance);
  return toPrice(open.toFixed());
}

function readStatus(message: Fields): Parsed {
  const [state] = listOf(message.data);
  const online = isFields(state) && state.system === 'online';
  return { kind: 'control', what: online ? 'online' : 'maintenance' };
}

function readReply(message: Fields): Parsed {
  if (message.method === 'pong') return { kind: 'heartbeat' };
  const refusal = textOf(message.error) ?? textOf(message.Error);
  if (refusal !== undefined) {
    return {
      kind: 'ack',
      ok: false,
      symbol: symbolOf(message.symbol) ?? PAIR.exec(refusal)?.[0],
      message: refusal,
    };
  }
  if (message.method !== 'subscribe' || message.success !== true) return { kind: 'ignored' };
  const result = isFields(message.result) ? message.result : {};
  return { kind: 'ack', ok: true, symbol: symbolOf(result.symbol), message: undefined };
}

function parseSymbols(body: string): readonly VenueSymbol[] | undefined {
  const answer = readJson(body);
  if (!isFields(answer) || !isFields(answer.result)) return undefined;
  return Object.values(answer.result)
    .filter(isFields)
    .flatMap((row) => {
      const [base, quote, rest] = (textOf(row.wsname) ?? '').split('/').map(toStreamName);
      if (base === undefined || quote === undefined || rest !== undefined) return [];
      // Lists of the years before states were published have none: listed meant trading.
      const trading = row.status === undefined || row.status === 'online' || row.status === 'limit_only';
      return [{ symbol: `${base}/${quote}`, base, quote, trading }];
    });
}

/** `{"result":{"XXBTZUSD":[[seconds, open, high, low, close, …]],"last":…}}`, oldest first. */
function parseKlines(body: string): readonly Kline[] | undefined {
  const answer = readJson(body);
  if (!isFields(answer) || !isFields(answer.result)) return undefined;
  const rows = Object.values(answer.result).find((value) => Array.isArray(value));
  if (rows === undefined) return undefined;
  return ascending(
    listOf(rows)
      .map(listOf)
      .map(([start, open, high, low, close]) =>
        toKline(Number(start) * SECOND_MS, { open, high, low, close }),
      ),
  );
}

function toRestPair(symbol: string): string {
  return symbol
    .split('/')
    .map((name) => REST_NAMES.find(([stream]) => stream === name)?.[1] ?? name)
    .join('');
}

function toStreamName(name: string): string {
  return REST_NAMES.find(([, rest]) => rest === name)?.[0] ?? name;
}
