import { randomBytes } from 'node:crypto';
import { toQuoteRow } from '@/lib/live/protocol';
import { quoteStateAt, type QuoteState, type TokenQuote } from '@/lib/model/quote';

/** A newer time or volume alone is told only this often: it keeps the age honest without a frame per tick. */
const REFRESH_AFTER_MS = 5_000;

/**
 * The newest row of every token as ready-made JSON, each with the sequence number of its last change.
 * There is no log of changes: whoever lags gets the newest row.
 */
export function createLedger(): Ledger {
  const entries = new Map<string, Entry>();
  let seq = 0;

  const entryOf = (tokenId: string): Entry => {
    const held = entries.get(tokenId);
    if (held) return held;
    const entry: Entry = { version: 0, fragment: undefined, quote: undefined, state: undefined };
    entries.set(tokenId, entry);
    return entry;
  };
  const write = (entry: Entry, quote: TokenQuote, now: Date): void => {
    seq += 1;
    entry.version = seq;
    entry.quote = quote;
    entry.state = quoteStateAt(quote, now);
    entry.fragment = JSON.stringify(toQuoteRow(quote, now));
  };

  return {
    epoch: randomBytes(6).toString('hex'),
    seq: () => seq,
    entryOf,
    take(quotes, now) {
      for (const quote of quotes) {
        const entry = entryOf(quote.tokenId);
        if (isNews(entry, quote, now)) write(entry, quote, now);
      }
    },
    judge(now) {
      for (const entry of entries.values()) {
        if (entry.quote && quoteStateAt(entry.quote, now) !== entry.state) write(entry, entry.quote, now);
      }
    },
  };
}

function isNews(entry: Entry, quote: TokenQuote, now: Date): boolean {
  const held = entry.quote;
  if (!held) return true;
  return (
    held.priceUsd !== quote.priceUsd ||
    held.change24h?.toFixed(2) !== quote.change24h?.toFixed(2) ||
    entry.state !== quoteStateAt(quote, now) ||
    held.venues.join() !== quote.venues.join() ||
    eventMs(quote) - eventMs(held) >= REFRESH_AFTER_MS
  );
}

function eventMs(quote: TokenQuote): number {
  return (quote.exchangeAt ?? quote.receivedAt).getTime();
}

export interface Ledger {
  /** Names this life of the server; sequence numbers of another mean nothing here. */
  readonly epoch: string;
  seq(): number;
  entryOf(tokenId: string): LedgerEntry;
  take(quotes: readonly TokenQuote[], now: Date): void;
  /** Time passes: a quote that aged into another state has changed. */
  judge(now: Date): void;
}

export interface LedgerEntry {
  /** 0 as long as the token has no price. */
  readonly version: number;
  /** The row as JSON, shared by every frame that carries it. */
  readonly fragment: string | undefined;
}

interface Entry extends LedgerEntry {
  version: number;
  fragment: string | undefined;
  quote: TokenQuote | undefined;
  state: QuoteState | undefined;
}
