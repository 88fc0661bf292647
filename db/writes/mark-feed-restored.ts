import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { database } from '@/db/client';
import { feeds } from '@/db/schema/feeds';
import type { FeedId } from '@/lib/model/ids';

/** Puts a feed back into the catalogue, unless its address has been added again meanwhile. */
export async function markFeedRestored(id: FeedId, now: Date): Promise<'restored' | 'missing' | 'taken'> {
  return database().transaction(async (transaction) => {
    const [feed] = await transaction
      .select({ url: feeds.url })
      .from(feeds)
      .where(and(eq(feeds.id, id), isNotNull(feeds.removedAt)))
      .for('update');
    if (!feed) return 'missing';
    const [other] = await transaction
      .select({ id: feeds.id })
      .from(feeds)
      .where(and(eq(feeds.url, feed.url), isNull(feeds.removedAt)));
    if (other) return 'taken';
    await transaction.update(feeds).set({ removedAt: null, nextPollAt: now }).where(eq(feeds.id, id));
    return 'restored';
  });
}
