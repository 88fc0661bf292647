import { eq, sql, type SQL } from 'drizzle-orm';
import { database } from '@/db/client';
import { feeds, subscriptions } from '@/db/schema/feeds';
import type { Subscription } from '@/lib/model/subscription';

/** Subscriptions, the longest due first. */
export async function selectSubscriptions(
  which: SQL | undefined,
  limit: number,
): Promise<readonly Subscription[]> {
  const rows = await database()
    .select({ subscription: subscriptions, removedAt: feeds.removedAt, feedState: feeds.state })
    .from(subscriptions)
    .innerJoin(feeds, eq(feeds.id, subscriptions.feedId))
    .where(which)
    .orderBy(subscriptions.nextTryAt)
    .limit(limit);
  return rows.map(({ subscription: { nextTryAt: _nextTryAt, ...row }, removedAt, feedState }) => ({
    ...row,
    message: row.message ?? undefined,
    verifiedAt: row.verifiedAt ?? undefined,
    leaseUntil: row.leaseUntil ?? undefined,
    lastPushAt: row.lastPushAt ?? undefined,
    isWanted: removedAt === null && feedState !== 'paused' && feedState !== 'dead',
  }));
}

/** As {@link Subscription.isWanted}. */
export const isFeedPolled = sql`(${feeds.removedAt} is null and ${feeds.state} not in ('paused', 'dead'))`;
