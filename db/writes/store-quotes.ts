import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { tokenQuotes } from '@/db/schema/market';
import type { TokenQuote } from '@/lib/model/quote';

/** Keeps the latest quote of each token, one per token in `quotes`. */
export async function storeQuotes(quotes: readonly TokenQuote[]): Promise<void> {
  if (quotes.length === 0) return;
  await database()
    .insert(tokenQuotes)
    .values(quotes.map((quote) => ({ ...quote, venues: [...quote.venues] })))
    .onConflictDoUpdate({
      target: tokenQuotes.tokenId,
      set: {
        priceUsd: sql`excluded.price_usd`,
        change24h: sql`excluded.change24h`,
        open24hUsd: sql`excluded.open24h_usd`,
        high24hUsd: sql`excluded.high24h_usd`,
        low24hUsd: sql`excluded.low24h_usd`,
        volume24hUsd: sql`excluded.volume24h_usd`,
        venues: sql`excluded.venues`,
        exchangeAt: sql`excluded.exchange_at`,
        receivedAt: sql`excluded.received_at`,
        halted: sql`excluded.halted`,
      },
    });
}
