import type { TokenId, VenueId } from '@/lib/model/ids';
import type { Market } from '@/lib/model/venue';

/** From a venue's symbol to a token, at a moment: the same symbol may have meant another coin before. */
export interface MarketBindings {
  marketAt(venue: VenueId, symbol: string, at: Date): Market | undefined;
  /** The markets of a token that are bound at a moment. */
  marketsOf(tokenId: TokenId, at: Date): readonly Market[];
}

export function bindMarkets(markets: readonly Market[]): MarketBindings {
  const bySymbol = new Map<string, Market[]>();
  const byToken = new Map<string, Market[]>();
  for (const market of markets) {
    add(bySymbol, toMarketKey(market.venue, market.symbol), market);
    add(byToken, market.tokenId, market);
  }
  return {
    marketAt: (venue, symbol, at) =>
      bySymbol.get(toMarketKey(venue, symbol))?.find((market) => isBoundAt(market, at)),
    marketsOf: (tokenId, at) => (byToken.get(tokenId) ?? []).filter((market) => isBoundAt(market, at)),
  };
}

export function isBoundAt({ validFrom, validTo }: Market, at: Date): boolean {
  return validFrom <= at && (validTo === undefined || at < validTo);
}

/** Names one symbol of one venue. */
export function toMarketKey(venue: VenueId, symbol: string): string {
  return `${venue} ${symbol}`;
}

function add(map: Map<string, Market[]>, key: string, market: Market): void {
  const held = map.get(key);
  if (held) held.push(market);
  else map.set(key, [market]);
}
