import { asc, eq, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { feeds } from '@/db/schema/feeds';
import type { FeedId } from '@/lib/model/ids';

/** The feed with this address: the one in the catalogue, else one that was taken out of it. */
export async function feedByUrl(
  url: string,
): Promise<{ readonly id: FeedId; readonly removed: boolean } | undefined> {
  const [row] = await database()
    .select({ id: feeds.id, removedAt: feeds.removedAt })
    .from(feeds)
    .where(eq(feeds.url, url))
    .orderBy(sql`${feeds.removedAt} is not null`, asc(feeds.id))
    .limit(1);
  return row && { id: row.id, removed: row.removedAt !== null };
}
