import { percentChange, type Decimal } from '@/lib/core/decimal';
import { HOUR_MS } from '@/lib/core/time';
import type { TokenId, VenueId } from '@/lib/model/ids';
import { LIVE_UP_TO_MS, type RawQuote, type TokenQuote } from '@/lib/model/quote';
import type { QuoteCurrency } from '@/lib/model/venue';
import { findConsensus, weighVenues, type Memory, type Opinion } from './consensus';
import { eventAtOf } from './quote-order';
import { beforeChange, convert, tidy, toWholeUsd } from './usd';
import { weightedMedian } from './weighted-median';

const ONE = '1' as Decimal;
/** A venue's day volume counts a little longer than its price. */
const VOLUME_COUNTS_MS = HOUR_MS;
/** Statistics of the day may lag behind a fast market, but not by this share of the price. */
const MAX_OUTSIDE_DAY = 0.5;

/** The newest quote of one open market, and whether its venue is delivering. */
export interface MarketQuote {
  readonly quote: RawQuote;
  readonly currency: QuoteCurrency;
  readonly venueUp: boolean;
}

/** What a unit of a quote currency costs in US dollars, as far as known. */
export type Rates = Readonly<Partial<Record<QuoteCurrency, Decimal>>>;

export interface TokenToPrice {
  readonly tokenId: TokenId;
  /** Quotes of the markets that have a say. */
  readonly quotes: readonly MarketQuote[];
  readonly rates: Rates;
  readonly held: TokenQuote | undefined;
  readonly memory: Memory;
}

/**
 * One token's price out of its markets. Only live quotes of venues that deliver have a say; while there is
 * none, the quote held stands with its own age, or the newest there is if it is newer still.
 */
export function priceToken(
  token: TokenToPrice,
  now: Date,
): { quote: TokenQuote | undefined; memory: Memory } {
  const sound = token.quotes.filter(({ quote }) => !contradictsItself(quote));
  const opinions = toOpinions(listen({ ...token, quotes: sound }, now), token.rates);
  const consensus = findConsensus(opinions, token.memory, now);
  if (consensus.priceUsd === undefined) return { quote: token.held, memory: consensus.memory };
  const heard = sound.filter(({ quote }) => !consensus.dropped.some((opinion) => opinion.quote === quote));
  const quote = compose(token, { priceUsd: consensus.priceUsd, used: consensus.used, heard }, now);
  return { quote, memory: consensus.memory };
}

function listen({ quotes, held }: TokenToPrice, now: Date): readonly MarketQuote[] {
  const live = quotes.filter(({ quote, venueUp }) => venueUp && ageOf(quote, now) <= LIVE_UP_TO_MS);
  if (live.length > 0) return live;
  const newest = quotes.toSorted((a, b) => eventAtOf(b.quote).getTime() - eventAtOf(a.quote).getTime())[0];
  if (newest === undefined) return [];
  return held === undefined || eventAtOf(newest.quote) > eventAtOf(held) ? [newest] : [];
}

/** A price far outside the day's range that the same message states is a slip of the venue, however often repeated. */
function contradictsItself({ last, high24h, low24h }: RawQuote): boolean {
  const price = Number(last);
  const isAbove = high24h !== undefined && price > Number(high24h) * (1 + MAX_OUTSIDE_DAY);
  return isAbove || (low24h !== undefined && price < Number(low24h) * (1 - MAX_OUTSIDE_DAY));
}

/** One opinion a venue. Dollars of account are believed to be dollars only where nobody says it in dollars. */
function toOpinions(quotes: readonly MarketQuote[], rates: Rates): readonly Spoken[] {
  const priced = quotes.filter(({ currency }) => rateOf(currency, rates) !== undefined);
  const spoken = (priced.length > 0 ? priced : quotes).map((each) => toOpinion(each, rates));
  const byVenue = new Map<VenueId, Spoken>();
  for (const opinion of spoken) {
    const rival = byVenue.get(opinion.venue);
    if (rival === undefined || isPreferred(opinion, rival)) byVenue.set(opinion.venue, opinion);
  }
  return [...byVenue.values()];
}

function toOpinion({ quote, currency }: MarketQuote, rates: Rates): Spoken {
  const rate = rateOf(currency, rates) ?? ONE;
  const priceUsd = convert(quote.last, rate);
  const volumeUsd = volumeOf(quote, rate);
  return { venue: quote.venue, priceUsd, volumeUsd, receivedAt: quote.receivedAt, quote, rate, currency };
}

function isPreferred(opinion: Spoken, rival: Spoken): boolean {
  const inUsd = opinion.currency === 'USD';
  if (inUsd !== (rival.currency === 'USD')) return inUsd;
  return (opinion.volumeUsd ?? 0) > (rival.volumeUsd ?? 0);
}

function compose(
  { tokenId, rates }: TokenToPrice,
  found: { priceUsd: Decimal; used: readonly Spoken[]; heard: readonly MarketQuote[] },
  now: Date,
): TokenQuote {
  const { priceUsd } = found;
  const used = found.used.toSorted((a, b) => (b.volumeUsd ?? 0) - (a.volumeUsd ?? 0));
  const newest = used.map(({ quote }) => quote).reduce((a, b) => (eventAtOf(b) > eventAtOf(a) ? b : a));
  const change24h = changeOf(used);
  const volume = found.heard
    .filter(({ quote }) => ageOf(quote, now) <= VOLUME_COUNTS_MS)
    .reduce((sum, { quote, currency }) => sum + (volumeOf(quote, rateOf(currency, rates) ?? ONE) ?? 0), 0);
  return {
    tokenId,
    priceUsd,
    change24h,
    open24hUsd: change24h === undefined ? undefined : beforeChange(priceUsd, change24h),
    ...dayRange(used, priceUsd),
    volume24hUsd: toWholeUsd(volume),
    venues: used.map(({ venue }) => venue),
    exchangeAt: newest.exchangeAt === undefined ? undefined : eventAtOf(newest),
    receivedAt: newest.receivedAt,
    halted: false,
  };
}

/** From each venue's own open, so that a venue which is always a little dearer does not look like a move. */
function changeOf(used: readonly Spoken[]): number | undefined {
  const weights = weighVenues(used);
  const changes = used.flatMap((opinion) => {
    const percent = percentChange(opinion.quote.open24h, opinion.quote.last);
    return percent === undefined ? [] : [{ percent, weight: weights.get(opinion) ?? 0 }];
  });
  const middleOne = weightedMedian(
    changes,
    ({ percent }) => percent,
    ({ weight }) => weight,
  );
  return middleOne?.percent;
}

/** The heaviest venue's day, stretched where needed to hold the price. */
function dayRange(used: readonly Spoken[], priceUsd: Decimal): Pick<TokenQuote, 'high24hUsd' | 'low24hUsd'> {
  const day = used.find(({ quote }) => quote.high24h !== undefined && quote.low24h !== undefined);
  if (day?.quote.high24h === undefined || day.quote.low24h === undefined) {
    return { high24hUsd: undefined, low24hUsd: undefined };
  }
  const high = convert(day.quote.high24h, day.rate);
  const low = convert(day.quote.low24h, day.rate);
  return {
    high24hUsd: Number(high) >= Number(priceUsd) ? high : tidy(priceUsd),
    low24hUsd: Number(low) <= Number(priceUsd) ? low : tidy(priceUsd),
  };
}

function volumeOf(quote: RawQuote, rate: Decimal): number | undefined {
  if (quote.volume24hQuote !== undefined) return Number(quote.volume24hQuote) * Number(rate);
  if (quote.volume24hBase === undefined) return undefined;
  return Number(quote.volume24hBase) * Number(quote.last) * Number(rate);
}

function rateOf(currency: QuoteCurrency, rates: Rates): Decimal | undefined {
  return currency === 'USD' ? ONE : rates[currency];
}

function ageOf(quote: RawQuote, now: Date): number {
  return now.getTime() - eventAtOf(quote).getTime();
}

interface Spoken extends Opinion {
  readonly quote: RawQuote;
  readonly rate: Decimal;
  readonly currency: QuoteCurrency;
}
