import { z } from 'zod';
import { seedOf } from '@/e2e/world/chance';
import { toMicroseconds } from './coinbase-stream';
import type { Connection, Session } from './stream';
import { distortTickers } from './venue-faults';
import type { VenueTicker } from './venue-market';
import type { VenueParts } from './venue-parts';

const HEARTBEAT = '{"channel":"heartbeat"}';

const request = z.object({
  method: z.enum(['subscribe', 'unsubscribe', 'ping']),
  params: z
    .object({
      channel: z.string(),
      symbol: z.array(z.string()).default([]),
      event_trigger: z.enum(['trades', 'bbo']).default('trades'),
      snapshot: z.boolean().default(true),
    })
    .optional(),
  req_id: z.number().optional(),
});
type Request = z.infer<typeof request>;

/** The second version of Kraken's socket: prices are JSON numbers, and a quiet second brings a heartbeat. */
export function openKrakenSession(connection: Connection, parts: VenueParts): Session {
  const subscribed = new Set<string>();
  let isQuiet = false;
  connection.answer(writeStatus('online', parts.now()));

  function tell(symbols: ReadonlySet<string>, type: 'snapshot' | 'update', nowMs: number): void {
    const listings = parts.listings.filter(({ symbol }) => symbols.has(symbol));
    const trading = listings.filter(
      (listing) => type === 'snapshot' || parts.market.isTrading(listing, nowMs),
    );
    const tickers = trading.map((listing) => parts.market.ticker(listing, nowMs));
    const told = distortTickers(tickers, parts.faults, parts.market).flat();
    isQuiet = told.length === 0;
    connection.tell(told.map((ticker) => writeTicker(ticker, type)));
  }

  function subscribe(message: Request, symbol: string): boolean {
    const isListed = parts.listings.some((listing) => listing.symbol === symbol);
    if (isListed && message.method === 'subscribe') subscribed.add(symbol);
    else subscribed.delete(symbol);
    connection.answer((isListed ? writeAck : writeRefusal)(message, symbol, parts.now()));
    return isListed;
  }

  return {
    onText(text) {
      const message = readRequest(text);
      if (message === undefined) connection.answer(writeError('Malformed request', parts.now()));
      else if (message.method === 'ping') connection.answer(writePong(message, parts.now()));
      else if (message.params?.channel !== 'ticker') {
        connection.answer(writeError('Channel not supported', parts.now()));
      } else {
        const accepted = message.params.symbol.filter((symbol) => subscribe(message, symbol));
        const wantsSnapshot = message.method === 'subscribe' && message.params.snapshot;
        if (wantsSnapshot) tell(new Set(accepted), 'snapshot', parts.now());
      }
    },
    onSecond(nowMs) {
      tell(subscribed, 'update', nowMs);
      const isHeldBack = parts.faults.find('stall') !== undefined;
      if (subscribed.size > 0 && (isQuiet || isHeldBack)) connection.answer(HEARTBEAT);
    },
    onShutdown() {
      connection.answer(writeStatus('maintenance', parts.now()));
    },
  };
}

function readRequest(text: string): Request | undefined {
  try {
    return request.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** The connection's number is too large for a double: it is written digit by digit. */
function writeStatus(system: string, nowMs: number): string {
  const id = `151${String(seedOf(nowMs)).padStart(10, '0')}4116705`;
  const data = `{"version":"2.0.10","system":"${system}","api_version":"v2","connection_id":${id}}`;
  return `{"channel":"status","type":"update","data":[${data}]}`;
}

function writeAck({ method, params, req_id }: Request, symbol: string, nowMs: number): string {
  const result = {
    channel: 'ticker',
    event_trigger: params?.event_trigger,
    snapshot: params?.snapshot,
    symbol,
  };
  return JSON.stringify({ method, req_id, result, success: true, ...timesOf(nowMs) });
}

function writeRefusal({ method, req_id }: Request, symbol: string, nowMs: number): string {
  const error = `Currency pair not supported ${symbol}`;
  return JSON.stringify({ error, method, req_id, success: false, symbol, ...timesOf(nowMs) });
}

function writePong({ req_id }: Request, nowMs: number): string {
  return JSON.stringify({ method: 'pong', req_id, ...timesOf(nowMs) });
}

function writeError(error: string, nowMs: number): string {
  return JSON.stringify({ error, success: false, ...timesOf(nowMs) });
}

function timesOf(nowMs: number): { time_in: string; time_out: string } {
  return { time_in: toMicroseconds(nowMs), time_out: toMicroseconds(nowMs + 1) };
}

/** What was never traded is told with zeros and the year 1970. */
function writeTicker(ticker: VenueTicker, type: 'snapshot' | 'update'): string {
  const { listing, ms, last, bid, ask, open, high, low, volumeBase, volumeQuote } = ticker;
  const price = (value: number) => (listing.untraded ? '0.0' : toNumber(value, listing.decimals));
  const amount = (value: number) => (listing.untraded ? '0.0' : toNumber(value, 8));
  const time = listing.untraded ? '1970-01-01T00:00:00.000000Z' : toMicroseconds(ms);
  const fields = [
    `"symbol":"${listing.symbol}"`,
    `"bid":${price(bid)},"bid_qty":${amount(1_000 / last)}`,
    `"ask":${price(ask)},"ask_qty":${amount(1_000 / last)}`,
    `"last":${price(last)},"volume":${amount(volumeBase)},"vwap":${price(volumeQuote / volumeBase)}`,
    `"low":${price(low)},"high":${price(high)},"change":${price(last - open)}`,
    `"change_pct":${listing.untraded ? '0.0' : toNumber(((last - open) / open) * 100, 2)}`,
    `"trades":${Math.round(volumeQuote / 900)},"timestamp":"${time}"`,
  ];
  return `{"channel":"ticker","type":"${type}","data":[{${fields.join(',')}}]}`;
}

/** A JSON number in plain digits, with at least one decimal: `81205.0`. */
function toNumber(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return '0.0';
  const digits = value.toFixed(Math.max(1, decimals));
  return digits.replace(/(\.\d+?)0+$/, '$1');
}
