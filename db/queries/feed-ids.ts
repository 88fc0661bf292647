import { asc } from 'drizzle-orm';
import { database } from '@/db/client';
import { feeds } from '@/db/schema/feeds';
import type { FeedId } from '@/lib/model/ids';

/** Every feed there ever was, those removed among them. */
export async function readFeedIds(): Promise<readonly FeedId[]> {
  const rows = await database().select({ id: feeds.id }).from(feeds).orderBy(asc(feeds.id));
  return rows.map(({ id }) => id);
}
