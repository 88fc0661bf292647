import { and, eq, isNull } from 'drizzle-orm';
import { database } from '@/db/client';
import { feeds } from '@/db/schema/feeds';
import type { FeedId } from '@/lib/model/ids';

/** Stops the polling of a feed. A poll that is under way ends by itself. `false` where there is no such feed. */
export async function markFeedPaused(id: FeedId, reason: string, now: Date): Promise<boolean> {
  const changed = await database()
    .update(feeds)
    .set({ state: 'paused', stateReason: reason, stateSince: now })
    .where(and(eq(feeds.id, id), isNull(feeds.removedAt)))
    .returning({ id: feeds.id });
  return changed.length > 0;
}
