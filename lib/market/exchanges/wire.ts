import { toDecimal, toPrice, type Decimal } from '@/lib/core/decimal';
import { MINUTE_MS } from '@/lib/core/time';
import type { VenueId } from '@/lib/model/ids';
import type { RawQuote } from '@/lib/model/quote';
import type { FrameData, Kline } from './exchange';

/** Younger than any quote: venues send 1970 or year 1 for "never". */
const EARLIEST_MS = Date.UTC(2010, 0, 1);
const MAX_AHEAD_MS = 60_000;
const MAX_SYMBOL_CHARS = 64;
const SYMBOL = /^[^\s\p{Cc}]+$/u;
const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
/** A whole string, skipped; or a number outside any string. */
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

export type Fields = Readonly<Record<string, unknown>>;
export type Payload = Fields | readonly unknown[];

/** The JSON object or array of a text frame or body; `undefined` for anything else. */
export function readJson(data: FrameData): Payload | undefined {
  if (typeof data !== 'string') return undefined;
  try {
    const value: unknown = JSON.parse(data);
    return isFields(value) || Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Like {@link readJson}, with every number kept as the digits the venue wrote: a double would change them. */
export function readExactJson(data: FrameData): Payload | undefined {
  if (typeof data !== 'string' || readJson(data) === undefined) return undefined;
  return readJson(data.replace(STRING_OR_NUMBER, (token) => (token.startsWith('"') ? token : `"${token}"`)));
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function symbolOf(value: unknown): string | undefined {
  const fits = typeof value === 'string' && value.length <= MAX_SYMBOL_CHARS && SYMBOL.test(value);
  return fits ? value : undefined;
}

export function priceOf(value: unknown): Decimal | undefined {
  return typeof value === 'string' ? toPrice(value) : undefined;
}

export function amountOf(value: unknown): Decimal | undefined {
  return typeof value === 'string' ? toDecimal(value) : undefined;
}

/** A moment in milliseconds, unless it is absurd or ahead of our own clock by more than a minute. */
function momentOf(value: unknown, receivedAt: Date): Date | undefined {
  const ms = typeof value === 'number' ? value : parseRfc3339(value);
  if (!Number.isFinite(ms) || ms < EARLIEST_MS) return undefined;
  return ms <= receivedAt.getTime() + MAX_AHEAD_MS ? new Date(Math.trunc(ms)) : undefined;
}

/** A ticker whose fields have been found but not yet believed. */
export interface WireTicker {
  readonly symbol: unknown;
  readonly last: unknown;
  readonly bid?: unknown;
  readonly ask?: unknown;
  readonly open?: unknown;
  readonly high?: unknown;
  readonly low?: unknown;
  readonly volumeBase?: unknown;
  readonly volumeQuote?: unknown;
  readonly time?: unknown;
  readonly sequence?: unknown;
}

/** Believes what can be believed; without a symbol and a price, or with its high below its low, it is no quote. */
export function toRawQuote(venue: VenueId, wire: WireTicker, receivedAt: Date): RawQuote | undefined {
  const symbol = symbolOf(wire.symbol);
  const last = priceOf(wire.last);
  const high24h = priceOf(wire.high);
  const low24h = priceOf(wire.low);
  if (symbol === undefined || last === undefined || isBelow(high24h, low24h)) return undefined;
  return {
    venue,
    symbol,
    last,
    bid: priceOf(wire.bid),
    ask: priceOf(wire.ask),
    open24h: priceOf(wire.open),
    high24h,
    low24h,
    volume24hBase: amountOf(wire.volumeBase),
    volume24hQuote: amountOf(wire.volumeQuote),
    exchangeAt: momentOf(wire.time, receivedAt),
    receivedAt,
    sequence: Number.isSafeInteger(wire.sequence) ? Number(wire.sequence) : undefined,
  };
}

/** A row of history whose minute is given in milliseconds; `undefined` when it is not one. */
export function toKline(
  startMs: number,
  row: { readonly open: unknown; readonly high: unknown; readonly low: unknown; readonly close: unknown },
): Kline | undefined {
  const open = priceOf(row.open);
  const high = priceOf(row.high);
  const low = priceOf(row.low);
  const close = priceOf(row.close);
  if (open === undefined || high === undefined || low === undefined || close === undefined) return undefined;
  const onTheMinute = Number.isSafeInteger(startMs) && startMs >= EARLIEST_MS && startMs % MINUTE_MS === 0;
  if (!onTheMinute || isBelow(high, low)) return undefined;
  return { minute: new Date(startMs), open, high, low, close };
}

/** Venues send the newest first or last; the desk wants it last, and nothing that is not a minute. */
export function ascending(klines: readonly (Kline | undefined)[]): readonly Kline[] {
  const whole = klines.filter((kline) => kline !== undefined);
  return whole.toSorted((a, b) => a.minute.getTime() - b.minute.getTime());
}

function parseRfc3339(value: unknown): number {
  return typeof value === 'string' && RFC3339.test(value) ? Date.parse(value) : Number.NaN;
}

function isBelow(high: Decimal | undefined, low: Decimal | undefined): boolean {
  return high !== undefined && low !== undefined && Number(high) < Number(low);
}
