import type { tokenQuotes } from '@/db/schema/market';
import type { TokenQuote } from '@/lib/model/quote';

/** A row of `token_quotes` as the quote it is. */
export function toTokenQuote(row: typeof tokenQuotes.$inferSelect): TokenQuote {
  return {
    tokenId: row.tokenId,
    priceUsd: row.priceUsd,
    change24h: row.change24h ?? undefined,
    open24hUsd: row.open24hUsd ?? undefined,
    high24hUsd: row.high24hUsd ?? undefined,
    low24hUsd: row.low24hUsd ?? undefined,
    volume24hUsd: row.volume24hUsd ?? undefined,
    venues: row.venues,
    exchangeAt: row.exchangeAt ?? undefined,
    receivedAt: row.receivedAt,
    halted: row.halted,
  };
}
