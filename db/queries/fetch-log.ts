import { desc, eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { fetches } from '@/db/schema/feeds';
import type { FeedId } from '@/lib/model/ids';
import type { FetchRow } from './select-feed';
import { withoutNulls } from './without-nulls';

/** The latest fetches of a feed, the newest first. */
export async function readFetchLog(feedId: FeedId, limit: number): Promise<readonly FetchRow[]> {
  const rows = await database()
    .select()
    .from(fetches)
    .where(eq(fetches.feedId, feedId))
    .orderBy(desc(fetches.startedAt))
    .limit(limit);
  return rows.map((row) => withoutNulls(row));
}
