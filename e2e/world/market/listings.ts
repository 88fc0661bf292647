import { readMarketCatalogue, type CatalogueMarket } from '@/db/seed/read-market-catalogue';
import type { VenueId } from '@/lib/model/ids';
import { tokenById, type WorldToken } from './tokens';

const MAX_DECIMALS: Readonly<Record<VenueId, number>> = { binance: 8, coinbase: 10, kraken: 10 };
const SIGNIFICANT_DIGITS = 5;

/** A symbol a venue trades, and the token behind it in this world. */
export interface Listing {
  readonly venue: VenueId;
  /** In the spelling of the venue's stream. */
  readonly symbol: string;
  readonly tokenId: string;
  readonly base: string;
  readonly quote: string;
  /** Of the price, as the venue writes it. */
  readonly decimals: number;
  /** Listed, and nobody has ever traded it. */
  readonly untraded: boolean;
}

/** What each venue of the world lists: the real symbols of the desk's own catalogue. */
export function readListings(): readonly Listing[] {
  const listings = readMarketCatalogue()
    .filter(({ validTo }) => validTo === undefined)
    .flatMap(toListing);
  const untraded = leastTraded(listings);
  return listings.map((listing) => ({ ...listing, untraded: listing === untraded }));
}

/** A market whose token the world does not know is not listed. */
function toListing({ venue, symbol, tokenId, quoteCurrency }: CatalogueMarket): Listing[] {
  const token = tokenById(tokenId);
  if (token === undefined) return [];
  const base = symbol.slice(0, symbol.length - quoteCurrency.length).replace(/[-/]$/, '');
  return [
    {
      venue,
      symbol,
      tokenId,
      base,
      quote: quoteCurrency,
      decimals: decimalsOf(token, venue),
      untraded: false,
    },
  ];
}

function decimalsOf({ anchorUsd }: WorldToken, venue: VenueId): number {
  const beforePoint = Math.floor(Math.log10(anchorUsd)) + 1;
  const wanted = Math.max(SIGNIFICANT_DIGITS - beforePoint, venue === 'kraken' ? 1 : 2);
  return Math.min(MAX_DECIMALS[venue], wanted);
}

/** On Kraken, the quietest market of those whose tokens trade on two other venues too. */
function leastTraded(listings: readonly Listing[]): Listing | undefined {
  const venuesOf = (tokenId: string) => listings.filter((listing) => listing.tokenId === tokenId).length;
  return listings
    .filter(({ venue, tokenId }) => venue === 'kraken' && venuesOf(tokenId) > 2)
    .toSorted((a, b) => volumeOf(a) - volumeOf(b))[0];
}

function volumeOf({ tokenId }: Listing): number {
  return tokenById(tokenId)?.dailyVolumeMillions ?? 0;
}
