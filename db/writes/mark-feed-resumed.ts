import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { feeds } from '@/db/schema/feeds';
import type { FeedId } from '@/lib/model/ids';

/** Lets a paused or dead feed be polled again, at once, in the state its history earned. */
export async function markFeedResumed(id: FeedId, now: Date): Promise<boolean> {
  const changed = await database()
    .update(feeds)
    .set({
      state: sql`case when ${feeds.failures} > 0 then 'ill' when ${feeds.lastSuccessAt} is null then 'new' else 'well' end`,
      stateReason: null,
      stateSince: now,
      nextPollAt: now,
    })
    .where(and(eq(feeds.id, id), isNull(feeds.removedAt), inArray(feeds.state, ['paused', 'dead'])))
    .returning({ id: feeds.id });
  return changed.length > 0;
}
