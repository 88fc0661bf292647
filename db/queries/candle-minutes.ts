import { and, asc, between, eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { candles } from '@/db/schema/market';
import type { TokenId } from '@/lib/model/ids';

/** The minutes of a token that have a candle, both ends of the range included, ascending. */
export async function readCandleMinutes(
  tokenId: TokenId,
  range: { readonly from: Date; readonly to: Date },
): Promise<readonly Date[]> {
  const rows = await database()
    .select({ minute: candles.minute })
    .from(candles)
    .where(and(eq(candles.tokenId, tokenId), between(candles.minute, range.from, range.to)))
    .orderBy(asc(candles.minute));
  return rows.map(({ minute }) => minute);
}
