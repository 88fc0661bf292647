import { and, asc, eq, gte, lt, sql, type SQL } from 'drizzle-orm';
import { database } from '@/db/client';
import { candles } from '@/db/schema/market';
import type { Decimal } from '@/lib/core/decimal';
import { stepsOfRange, type CandleRange, type CandleSeries } from '@/lib/model/candle-series';
import type { TokenId } from '@/lib/model/ids';

/** A token's course over the last hour by minutes, or over the last day by five minutes. */
export async function readCandleSeries({ tokenId, range, now }: Question): Promise<CandleSeries> {
  const steps = stepsOfRange(range, now);
  const end = steps.to + steps.stepSeconds;
  const step = sql`date_bin(make_interval(secs => ${steps.stepSeconds}), ${candles.minute}, timestamptz 'epoch')`;
  const rows = await database()
    .select({
      startsAt: sql<number>`extract(epoch from ${step})::int`,
      open: first(candles.open, 'asc'),
      high: sql<Decimal>`max(${candles.high})`,
      low: sql<Decimal>`min(${candles.low})`,
      close: first(candles.close, 'desc'),
      origins: sql<string[]>`array_agg(distinct ${candles.origin})`,
    })
    .from(candles)
    .where(
      and(
        eq(candles.tokenId, tokenId),
        gte(candles.minute, new Date(steps.from * 1_000)),
        lt(candles.minute, new Date(end * 1_000)),
      ),
    )
    .groupBy(sql`1`)
    .orderBy(asc(sql`1`));
  return {
    tokenId,
    range,
    ...steps,
    points: rows.map(({ startsAt, open, high, low, close }) => [startsAt, open, high, low, close]),
    origins: [...new Set(rows.flatMap((row) => row.origins))].toSorted((a, b) => (a < b ? -1 : 1)),
  };
}

function first(price: typeof candles.open | typeof candles.close, order: 'asc' | 'desc'): SQL<Decimal> {
  return sql<Decimal>`(array_agg(${price} order by ${candles.minute} ${sql.raw(order)}))[1]`;
}

interface Question {
  readonly tokenId: TokenId;
  readonly range: CandleRange;
  readonly now: Date;
}
