import { sql } from 'drizzle-orm';
import { database } from '@/db/client';

/** Long enough for somebody to ask why an article has no card. */
const KEEP_DAYS = 7;

/** Removes up to `limit` of the oldest refusals that are past their days. @returns how many. */
export async function trimRefusedTags(now: Date, limit: number): Promise<number> {
  const { rowCount } = await database().execute(sql`
    delete from refused_tags where ctid = any(array(
      select ctid from refused_tags where at < ${now.toISOString()}::timestamptz - ${KEEP_DAYS}::int * interval '1 day'
      order by at limit ${limit}::int
    ))
  `);
  return rowCount ?? 0;
}
