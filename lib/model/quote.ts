import type { Decimal } from '@/lib/core/decimal';
import type { TokenId, VenueId } from './ids';

export const QUOTE_STATES = ['live', 'delayed', 'stale', 'halted', 'unknown'] as const;
/** Judged by the age of the exchange's own event, never by an open socket. */
export type QuoteState = (typeof QUOTE_STATES)[number];

export const LIVE_UP_TO_MS = 15_000;
export const DELAYED_UP_TO_MS = 60_000;

/** What one venue said of one of its symbols. Prices in the market's quote currency. */
export interface RawQuote {
  readonly venue: VenueId;
  /** The venue's own spelling, e.g. `BTCUSDT`, `BTC-USD`, `BTC/USD`. */
  readonly symbol: string;
  readonly last: Decimal;
  readonly bid: Decimal | undefined;
  readonly ask: Decimal | undefined;
  readonly open24h: Decimal | undefined;
  readonly high24h: Decimal | undefined;
  readonly low24h: Decimal | undefined;
  readonly volume24hBase: Decimal | undefined;
  readonly volume24hQuote: Decimal | undefined;
  /** The exchange's clock; `undefined` where it sent none or an absurd one. */
  readonly exchangeAt: Date | undefined;
  /** Our clock. */
  readonly receivedAt: Date;
  /** A not-older guard where the venue numbers its events. */
  readonly sequence: number | undefined;
}

/** A token's price in US dollars as the desk shows it. */
export interface TokenQuote {
  readonly tokenId: TokenId;
  readonly priceUsd: Decimal;
  /** From the open 24 h ago, in percent; `undefined` where unknown. */
  readonly change24h: number | undefined;
  readonly open24hUsd: Decimal | undefined;
  readonly high24hUsd: Decimal | undefined;
  readonly low24hUsd: Decimal | undefined;
  readonly volume24hUsd: Decimal | undefined;
  /** The venues whose quotes stand behind the price, the heaviest first. */
  readonly venues: readonly VenueId[];
  readonly exchangeAt: Date | undefined;
  readonly receivedAt: Date;
  /** Every market of the token is closed by its venue. */
  readonly halted: boolean;
}

/**
 * The state of a quote at `now`: its age counts from the exchange's event, or from
 * receipt where the venue sent no time. A venue that fell silent ages its quotes the same way.
 */
export function quoteStateAt(
  quote: Pick<TokenQuote, 'exchangeAt' | 'receivedAt' | 'halted'>,
  now: Date,
): QuoteState {
  if (quote.halted) return 'halted';
  const age = quoteAgeMs(quote, now);
  if (age <= LIVE_UP_TO_MS) return 'live';
  return age <= DELAYED_UP_TO_MS ? 'delayed' : 'stale';
}

/** Milliseconds since the event behind the quote; never negative. */
export function quoteAgeMs(quote: Pick<TokenQuote, 'exchangeAt' | 'receivedAt'>, now: Date): number {
  return Math.max(0, now.getTime() - (quote.exchangeAt ?? quote.receivedAt).getTime());
}
