import { asc, eq, getTableColumns, gt, isNull, or, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { markets } from '@/db/schema/market';
import { tokens } from '@/db/schema/tokens';
import type { Market } from '@/lib/model/venue';

/** Every binding of a symbol to a token that holds now or will, the best-known tokens first. */
export async function loadMarkets(now: Date): Promise<readonly Market[]> {
  const { boundBy: _boundBy, ...columns } = getTableColumns(markets);
  const rows = await database()
    .select(columns)
    .from(markets)
    .innerJoin(tokens, eq(tokens.id, markets.tokenId))
    .where(or(isNull(markets.validTo), gt(markets.validTo, now)))
    .orderBy(
      sql`${tokens.rank} asc nulls last`,
      asc(markets.venue),
      asc(markets.symbol),
      asc(markets.validFrom),
    );
  return rows.map((market) => ({ ...market, validTo: market.validTo ?? undefined }));
}
