import type { Decimal } from '@/lib/core/decimal';
import { DAY_MS } from '@/lib/core/time';
import type { TokenId, VenueId } from '@/lib/model/ids';
import { quoteAgeMs, type RawQuote, type TokenQuote } from '@/lib/model/quote';
import type { Market, QuoteCurrency } from '@/lib/model/venue';
import { NO_MEMORY, type Memory } from './consensus';
import { bindMarkets, toMarketKey, type MarketBindings } from './market-bindings';
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
  readonly accept: (quote: RawQuote) => Acceptance;
  /** A venue that does not deliver has no say, from this moment on, as long as another one has. */
  readonly setDelivering: (venue: VenueId, delivering: boolean) => void;
  readonly setStatus: (venue: VenueId, symbol: string, status: Market['status']) => void;
  /** Prices the tokens that something happened to; returns those whose quote is worth telling. */
  readonly settle: (now: Date) => readonly TokenQuote[];
  readonly quotes: () => readonly TokenQuote[];
  /** What a quote currency costs in US dollars, as far as known. */
  readonly rates: (now: Date) => Rates;
}

/** @param stored what was known before: shown with its age until something newer comes. */
export function createQuoteBook(markets: readonly Market[], stored: readonly TokenQuote[]): QuoteBook {
  const held = new Map(stored.map((quote) => [quote.tokenId, quote]));
  const pages: Pages = {
    markets,
    bindings: bindMarkets(markets),
    statuses: new Map(markets.map((market) => [toMarketKey(market.venue, market.symbol), market.status])),
    raw: new Map(),
    delivering: new Set(),
    held,
    told: new Map(held),
    memories: new Map(),
    touched: new Set(),
  };
  return {
    accept: (quote) => accept(pages, quote),
    setDelivering(venue, isDelivering) {
      if (pages.delivering.has(venue) === isDelivering) return;
      if (isDelivering) pages.delivering.add(venue);
      else pages.delivering.delete(venue);
      touchVenue(pages, venue);
    },
    setStatus(venue, symbol, status) {
      const key = toMarketKey(venue, symbol);
      if (!pages.statuses.has(key) || pages.statuses.get(key) === status) return;
      pages.statuses.set(key, status);
      touchVenue(pages, venue);
    },
    settle(now) {
      const rates = CURRENCY_TOKENS.map(([, tokenId]) => tokenId).filter((id) => pages.touched.has(id));
      const inOrder = new Set([...rates, ...pages.touched]);
      return [...inOrder].flatMap((tokenId) => settleToken(pages, tokenId, now) ?? []);
    },
    quotes: () => [...held.values()],
    rates: (now) => ratesOf(pages, now),
  };
}

function accept({ bindings, raw, touched }: Pages, quote: RawQuote): Acceptance {
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
}

/** Prices one token anew; returns its quote where that is worth telling. */
function settleToken(pages: Pages, tokenId: TokenId, now: Date): TokenQuote | undefined {
  pages.touched.delete(tokenId);
  const bound = pages.bindings.marketsOf(tokenId, now);
  const open = marketsIn(pages, 'trading', bound);
  // A halted market still knows its last price; a delisted one's is history.
  const quotes = quotesOf(pages, open.length > 0 ? open : marketsIn(pages, 'halted', bound));
  const memory = pages.memories.get(tokenId) ?? NO_MEMORY;
  const held = pages.held.get(tokenId);
  const priced = priceToken({ tokenId, quotes, rates: ratesOf(pages, now), held, memory }, now);
  pages.memories.set(tokenId, priced.memory);
  // A leap that waits for its confirmation is looked at again without a new tick.
  if (priced.memory.leap) pages.touched.add(tokenId);
  if (priced.quote === undefined) return undefined;
  const quote = { ...priced.quote, halted: bound.length > 0 && open.length === 0 };
  pages.held.set(tokenId, quote);
  if (!isWorthTelling(pages.told.get(tokenId), quote)) return undefined;
  pages.told.set(tokenId, quote);
  return quote;
}

function marketsIn(
  { statuses }: Pages,
  status: Market['status'],
  bound: readonly Market[],
): readonly Market[] {
  return bound.filter(({ venue, symbol }) => statuses.get(toMarketKey(venue, symbol)) === status);
}

function quotesOf({ raw, delivering }: Pages, markets: readonly Market[]): readonly MarketQuote[] {
  return markets.flatMap(({ venue, symbol, quoteCurrency, validFrom }) => {
    const quote = raw.get(toMarketKey(venue, symbol));
    // Heard before this binding began, it spoke of another token.
    if (quote === undefined || quote.receivedAt < validFrom) return [];
    return [{ quote, currency: quoteCurrency, venueUp: delivering.has(venue) }];
  });
}

function ratesOf({ held }: Pages, now: Date): Rates {
  const known: Partial<Record<QuoteCurrency, Decimal>> = {};
  for (const [currency, tokenId] of CURRENCY_TOKENS) {
    const quote = held.get(tokenId);
    if (quote && quoteAgeMs(quote, now) <= RATE_COUNTS_MS) known[currency] = quote.priceUsd;
  }
  return known;
}

function touchVenue({ markets, touched }: Pages, venue: VenueId): void {
  for (const market of markets) if (market.venue === venue) touched.add(market.tokenId);
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

/** What the book holds. */
interface Pages {
  readonly markets: readonly Market[];
  readonly bindings: MarketBindings;
  /** By market, as the venues last said. */
  readonly statuses: Map<string, Market['status']>;
  /** The newest quote of each market. */
  readonly raw: Map<string, RawQuote>;
  readonly delivering: Set<VenueId>;
  readonly held: Map<TokenId, TokenQuote>;
  readonly told: Map<TokenId, TokenQuote>;
  readonly memories: Map<TokenId, Memory>;
  /** Tokens to be priced anew. */
  readonly touched: Set<TokenId>;
}
