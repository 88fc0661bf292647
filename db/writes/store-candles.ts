import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { candles } from '@/db/schema/market';
import type { Candle } from '@/lib/model/candle';
import type { TokenId } from '@/lib/model/ids';

/** A statement takes 65,535 parameters; a candle has eight. */
const ROWS_PER_STATEMENT = 1_000;

/**
 * Stores minutes, each at most once per token in `rows`. What was made from our own ticks replaces what is there;
 * a venue's history only fills minutes that have none. Storing the same again changes nothing.
 */
export async function storeCandles(rows: readonly (Candle & { readonly tokenId: TokenId })[]): Promise<void> {
  if (rows.length === 0) return;
  await database().transaction(async (transaction) => {
    for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
      await transaction
        .insert(candles)
        .values(rows.slice(start, start + ROWS_PER_STATEMENT))
        .onConflictDoUpdate({
          target: [candles.tokenId, candles.minute],
          set: {
            open: sql`excluded.open`,
            high: sql`excluded.high`,
            low: sql`excluded.low`,
            close: sql`excluded.close`,
            ticks: sql`excluded.ticks`,
            origin: sql`excluded.origin`,
          },
          setWhere: sql`excluded.origin = 'live'`,
        });
    }
  });
}
