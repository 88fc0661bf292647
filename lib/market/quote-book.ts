import type { Decimal } from '@/lib/core/decimal';
import { DAY_MS } from '@/lib/core/time';
import type { TokenId, VenueId } from '@/lib/model/ids';
import { quoteAgeMs, type RawQuote, type TokenQuote } from '@/lib/model/quote';
import type { Market, QuoteCurrency } from '@/lib/model/venue';
import { NO_MEMORY, type Memory } from './consensus';
import { bindMarkets, toMarketKey } from './market-bindings';
import { eventAtOf, orderQuotes } from './quote-order';
import { priceToken, type MarketQuote, type Rates } from './token-quote';

/** The tokens whose price is the rate of a quote currency. They are priced before all others. */
const CURRENCY_TOKENS: readonly (readonly [QuoteCurrency, TokenId])[] = [
  ['USDT', 'tether' as TokenId],
  ['USDC', 'usd-coin' as TokenId],
];
/** An older rate is no better than none. */
const RATE_COUNTS_MS = DAY_MS;
/** A price that stands is told again this often, for its age. */
const RETELL_AFTER_MS = 2_000;

export type Acceptance = 'accepted' | 'unknown' | 'older' | 'same';

/** The newest quote of every market, and what the tokens cost by them. */
export interface QuoteBook {
  accept(quote: RawQuote): Acceptance;
  /** A venue that does not deliver has no say, from this moment on, as long as another one has. */
  setDelivering(venue: VenueId, delivering: boolean): void;
  setStatus(venue: VenueId, symbol: string, status: Market['status']): void;
  /** Prices the tokens that something happened to; returns those whose quote is worth telling. */
  settle(now: Date): readonly TokenQuote[];
  quotes(): readonly TokenQuote[];
  /** What a quote currency costs in US dollars, as far as known. */
  rates(now: Date): Rates;
}

/** @param stored what was known before: shown with its age until something newer comes. */
export function createQuoteBook(markets: readonly Market[], stored: readonly TokenQuote[]): QuoteBook {
  const bindings = bindMarkets(markets);
  const statuses = new Map(
    markets.map((market) => [toMarketKey(market.venue, market.symbol), market.status]),
  );
  const raw = new Map<string, RawQuote>();
  const delivering = new Set<VenueId>();
  const held = new Map(stored.map((quote) => [quote.tokenId, quote]));
  const told = new Map(held);
  const memories = new Map<TokenId, Memory>();
  const touched = new Set<TokenId>();

  const isTrading = ({ venue, symbol }: Market) => statuses.get(toMarketKey(venue, symbol)) === 'trading';

  function quotesOf(open: readonly Market[]): readonly MarketQuote[] {
    return open.flatMap(({ venue, symbol, quoteCurrency, validFrom }) => {
      const quote = raw.get(toMarketKey(venue, symbol));
      // Heard before this binding began, it spoke of another token.
      if (quote === undefined || quote.receivedAt < validFrom) return [];
      return [{ quote, currency: quoteCurrency, venueUp: delivering.has(venue) }];
    });
  }

  function rates(now: Date): Rates {
    const known: Partial<Record<QuoteCurrency, Decimal>> = {};
    for (const [currency, tokenId] of CURRENCY_TOKENS) {
      const quote = held.get(tokenId);
      if (quote && quoteAgeMs(quote, now) <= RATE_COUNTS_MS) known[currency] = quote.priceUsd;
    }
    return known;
  }

  function settleOne(tokenId: TokenId, now: Date): TokenQuote | undefined {
    touched.delete(tokenId);
    const bound = bindings.marketsOf(tokenId, now);
    const open = bound.filter(isTrading);
    const memory = memories.get(tokenId) ?? NO_MEMORY;
    const token = { tokenId, quotes: quotesOf(open), rates: rates(now), held: held.get(tokenId), memory };
    const priced = priceToken(token, now);
    memories.set(tokenId, priced.memory);
    // A leap that waits for its confirmation is looked at again without a new tick.
    if (priced.memory.leap) touched.add(tokenId);
    if (priced.quote === undefined) return undefined;
    const quote = { ...priced.quote, halted: bound.length > 0 && open.length === 0 };
    held.set(tokenId, quote);
    if (!isWorthTelling(told.get(tokenId), quote)) return undefined;
    told.set(tokenId, quote);
    return quote;
  }

  function touchVenue(venue: VenueId): void {
    for (const market of markets) if (market.venue === venue) touched.add(market.tokenId);
  }

  return {
    accept(quote) {
      const market = bindings.marketAt(quote.venue, quote.symbol, quote.receivedAt);
      if (market === undefined) return 'unknown';
      const key = toMarketKey(quote.venue, quote.symbol);
      const before = raw.get(key);
      const order = orderQuotes(before, quote);
      if (order === 'older') return 'older';
      raw.set(key, order === 'same' && before ? { ...before, receivedAt: quote.receivedAt } : quote);
      if (order === 'same') return 'same';
      touched.add(market.tokenId);
      return 'accepted';
    },
    setDelivering(venue, isDelivering) {
      if (delivering.has(venue) === isDelivering) return;
      if (isDelivering) delivering.add(venue);
      else delivering.delete(venue);
      touchVenue(venue);
    },
    setStatus(venue, symbol, status) {
      const key = toMarketKey(venue, symbol);
      if (!statuses.has(key) || statuses.get(key) === status) return;
      statuses.set(key, status);
      touchVenue(venue);
    },
    settle(now) {
      const currencies = CURRENCY_TOKENS.map(([, tokenId]) => tokenId).filter((tokenId) =>
        touched.has(tokenId),
      );
      const inOrder = new Set([...currencies, ...touched]);
      return [...inOrder].map((tokenId) => settleOne(tokenId, now)).filter((quote) => quote !== undefined);
    },
    quotes: () => [...held.values()],
    rates,
  };
}

function isWorthTelling(told: TokenQuote | undefined, quote: TokenQuote): boolean {
  if (told === undefined) return true;
  return (
    told.priceUsd !== quote.priceUsd ||
    told.halted !== quote.halted ||
    told.change24h?.toFixed(2) !== quote.change24h?.toFixed(2) ||
    told.venues.join() !== quote.venues.join() ||
    eventAtOf(quote).getTime() - eventAtOf(told).getTime() >= RETELL_AFTER_MS
  );
}
