import { count, isNull, max, sql } from 'drizzle-orm';
import { feeds } from '@/db/schema/feeds';
import { database } from '@/db/client';

/** How the taking-in of news is going, in one line: what an empty page says instead of nothing. */
export interface Intake {
  readonly feeds: number;
  readonly asked: number;
  readonly failing: number;
  readonly lastSuccessAt: Date | undefined;
  /** Since when the failing ones fail. */
  readonly failingSince: Date | undefined;
}

export async function readIntake(): Promise<Intake> {
  const isFailing = sql`${feeds.state} in ('ill', 'dead')`;
  const [row = NOTHING] = await database()
    .select({
      feeds: count(),
      asked: count(feeds.lastFetchAt),
      failing: sql<number>`count(*) filter (where ${isFailing})`.mapWith(Number),
      lastSuccessAt: max(feeds.lastSuccessAt),
      failingSince: sql<Date | null>`min(${feeds.stateSince}) filter (where ${isFailing})`.mapWith(
        feeds.stateSince,
      ),
    })
    .from(feeds)
    .where(isNull(feeds.removedAt));
  return {
    ...row,
    lastSuccessAt: row.lastSuccessAt ?? undefined,
    failingSince: row.failingSince ?? undefined,
  };
}

const NOTHING = { feeds: 0, asked: 0, failing: 0, lastSuccessAt: null, failingSince: null };
