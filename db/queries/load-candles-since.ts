import { gte } from 'drizzle-orm';
import { database } from '@/db/client';
import { candles } from '@/db/schema/market';
import type { Candle } from '@/lib/model/candle';
import type { TokenId } from '@/lib/model/ids';

/** All tokens' candles from a minute on: those a previous life of the desk had begun. */
export async function loadCandlesSince(
  minute: Date,
): Promise<readonly (Candle & { readonly tokenId: TokenId })[]> {
  return database().select().from(candles).where(gte(candles.minute, minute));
}
