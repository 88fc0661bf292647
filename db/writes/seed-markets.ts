import { and, eq, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { markets } from '@/db/schema/market';
import { readMarketCatalogue } from '@/db/seed/read-market-catalogue';

/**
 * Brings the curated markets in line with the catalogue; tokens come first. Whether a market trades is
 * the venue's word and stays, and so does what an operator or the desk itself has bound.
 */
export async function seedMarkets(): Promise<void> {
  const catalogue = readMarketCatalogue().map(({ note: _note, ...market }) => market);
  const kept = new Set(catalogue.map(keyOf));
  await database().transaction(async (transaction) => {
    const curated = await transaction.select().from(markets).where(eq(markets.boundBy, 'curated'));
    for (const { venue, symbol, validFrom } of curated.filter((row) => !kept.has(keyOf(row)))) {
      const row = [eq(markets.venue, venue), eq(markets.symbol, symbol), eq(markets.validFrom, validFrom)];
      await transaction.delete(markets).where(and(...row));
    }
    await transaction
      .insert(markets)
      .values(catalogue)
      .onConflictDoUpdate({
        target: [markets.venue, markets.symbol, markets.validFrom],
        set: {
          validTo: sql`excluded.valid_to`,
          tokenId: sql`excluded.token_id`,
          quoteCurrency: sql`excluded.quote_currency`,
        },
        setWhere: eq(markets.boundBy, 'curated'),
      });
  });
}

function keyOf({
  venue,
  symbol,
  validFrom,
}: Pick<typeof markets.$inferSelect, 'venue' | 'symbol' | 'validFrom'>): string {
  return `${venue} ${symbol} ${validFrom.getTime()}`;
}
