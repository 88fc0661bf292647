import { sql } from 'drizzle-orm';
import { database } from '@/db/client';

/** A year, and a month to look back over it. */
const KEEP_DAYS = 400;

/** Removes the days of the politeness ledger that nobody looks at any more. @returns how many. */
export async function trimFeedDays(now: Date): Promise<number> {
  const { rowCount } = await database().execute(
    sql`delete from feed_days where day < (${now.toISOString()}::timestamptz at time zone 'UTC')::date - ${KEEP_DAYS}::int`,
  );
  return rowCount ?? 0;
}
