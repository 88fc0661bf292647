import { database } from '@/db/client';
import { tokenQuotes } from '@/db/schema/market';
import type { TokenQuote } from '@/lib/model/quote';

/** The last price held of every token: what a starting desk knows. */
export async function loadTokenQuotes(): Promise<readonly TokenQuote[]> {
  const rows = await database().select().from(tokenQuotes);
  return rows.map((row) => ({
    ...row,
    change24h: row.change24h ?? undefined,
    open24hUsd: row.open24hUsd ?? undefined,
    high24hUsd: row.high24hUsd ?? undefined,
    low24hUsd: row.low24hUsd ?? undefined,
    volume24hUsd: row.volume24hUsd ?? undefined,
    exchangeAt: row.exchangeAt ?? undefined,
  }));
}
