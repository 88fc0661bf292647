import { eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { feeds } from '@/db/schema/feeds';
import type { FeedId } from '@/lib/model/ids';

const RETRY_AFTER_MS = 60_000;

/** Gives a feed back whose poll broke off for a reason of our own; it is asked again in a minute. */
export async function releaseFeed(feedId: FeedId, now: Date): Promise<void> {
  await database()
    .update(feeds)
    .set({ leasedUntil: null, nextPollAt: new Date(now.getTime() + RETRY_AFTER_MS) })
    .where(eq(feeds.id, feedId));
}
