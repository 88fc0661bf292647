import { eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { feeds } from '@/db/schema/feeds';
import type { FeedId } from '@/lib/model/ids';

/** Gives back a feed that was not asked after all. @param reason why it waits, in words. */
export async function putOffFeed(feedId: FeedId, until: Date, reason: string): Promise<void> {
  await database()
    .update(feeds)
    .set({ leasedUntil: null, nextPollAt: until, pollReason: reason })
    .where(eq(feeds.id, feedId));
}
