import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import { candles } from '@/db/schema/market';
import { database } from '@/db/client';
import { DAY_MS } from '@/lib/core/time';
import type { TokenId } from '@/lib/model/ids';

/** A line 288 pixels wide shows no more than one point in three pixels. */
const STEP = sql.raw(`interval '15 minutes'`);

/** A token's course over the last day, oldest first: the last close of every quarter of an hour that had one. */
export async function readDayCloses(tokenId: TokenId, now: Date): Promise<readonly number[]> {
  const quarter = sql`date_bin(${STEP}, ${candles.minute}, timestamptz 'epoch')`;
  const rows = await database()
    .selectDistinctOn([quarter], { close: candles.close })
    .from(candles)
    .where(and(eq(candles.tokenId, tokenId), gt(candles.minute, new Date(now.getTime() - DAY_MS))))
    .orderBy(asc(quarter), desc(candles.minute));
  return rows.map((row) => Number(row.close));
}
