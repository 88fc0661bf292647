import { and, eq, isNull } from 'drizzle-orm';
import { database } from '@/db/client';
import { feeds } from '@/db/schema/feeds';
import type { FeedId } from '@/lib/model/ids';

/** Takes a feed out of the catalogue; its articles and its log stay. */
export async function markFeedRemoved(id: FeedId, now: Date): Promise<boolean> {
  const changed = await database()
    .update(feeds)
    .set({ removedAt: now })
    .where(and(eq(feeds.id, id), isNull(feeds.removedAt)))
    .returning({ id: feeds.id });
  return changed.length > 0;
}
