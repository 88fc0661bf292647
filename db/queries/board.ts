import { asc, eq, sql } from 'drizzle-orm';
import { tokenQuotes } from '@/db/schema/market';
import { tokens } from '@/db/schema/tokens';
import { database } from '@/db/client';
import type { PricedToken } from '@/lib/model/headline';
import { pricedTokenColumns, toPricedToken } from './select-token';

/** The best-known tokens: those with a price before those without. */
export async function readBoard(limit: number): Promise<readonly PricedToken[]> {
  const rows = await database()
    .select(pricedTokenColumns)
    .from(tokens)
    .leftJoin(tokenQuotes, eq(tokenQuotes.tokenId, tokens.id))
    .orderBy(sql`${tokenQuotes.tokenId} is null`, sql`${tokens.rank} asc nulls last`, asc(tokens.id))
    .limit(limit);
  return rows.map(toPricedToken);
}
