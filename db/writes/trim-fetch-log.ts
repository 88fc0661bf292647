import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { ALWAYS_KEPT_FETCHES } from '@/lib/model/desk-settings';
import type { FeedId } from '@/lib/model/ids';

/** Removes up to `limit` lines of a feed's fetch log that are older than so many days. @returns how many. */
export async function trimFetchLog(
  feedId: FeedId,
  { keepDays, limit }: { readonly keepDays: number; readonly limit: number },
  now: Date,
): Promise<number> {
  const { rowCount } = await database().execute(sql`
    delete from fetches where id in (
      select id from fetches
      where feed_id = ${feedId} and started_at < ${now.toISOString()}::timestamptz - ${keepDays}::int * interval '1 day'
        and id not in (
          select id from fetches where feed_id = ${feedId}
          order by started_at desc nulls first, id desc limit ${ALWAYS_KEPT_FETCHES}
        )
      order by started_at limit ${limit}
    )
  `);
  return rowCount ?? 0;
}
