import { and, asc, eq, inArray, isNull, lte, notInArray, or } from 'drizzle-orm';
import { database } from '@/db/client';
import { feeds, sources } from '@/db/schema/feeds';
import type { FeedToPoll } from '@/lib/model/feed';
import type { FeedId } from '@/lib/model/ids';

/** Longer than any poll may take; a poller that died leaves its feeds to the next after that. */
const LEASE_MS = 60_000;

/**
 * Takes up to `limit` feeds whose time has come, the longest due first. Two pollers never get the same feed:
 * a row another one is just taking is skipped, not waited for.
 */
export async function claimDueFeeds(now: Date, limit: number): Promise<readonly FeedToPoll[]> {
  const due = database()
    .select({ id: feeds.id })
    .from(feeds)
    .where(
      and(
        isNull(feeds.removedAt),
        notInArray(feeds.state, ['paused', 'dead']),
        lte(feeds.nextPollAt, now),
        or(isNull(feeds.leasedUntil), lte(feeds.leasedUntil, now)),
      ),
    )
    .orderBy(asc(feeds.nextPollAt))
    .limit(limit)
    .for('update', { skipLocked: true });
  return lease(now, inArray(feeds.id, due));
}

/** Takes one feed out of its turn; `undefined` while another poller has it, or when it is no longer there. */
export async function claimFeed(feedId: FeedId, now: Date): Promise<FeedToPoll | undefined> {
  const free = or(isNull(feeds.leasedUntil), lte(feeds.leasedUntil, now));
  const [feed] = await lease(now, and(eq(feeds.id, feedId), isNull(feeds.removedAt), free));
  return feed;
}

async function lease(now: Date, which: ReturnType<typeof and>): Promise<readonly FeedToPoll[]> {
  const leased = await database()
    .update(feeds)
    .set({ leasedUntil: new Date(now.getTime() + LEASE_MS) })
    .where(which)
    .returning();
  const sourceIds = [...new Set(leased.map((feed) => feed.sourceId))];
  const rows = await database().select().from(sources).where(inArray(sources.id, sourceIds));
  const bySource = new Map(rows.map((source) => [source.id, source]));
  return leased.flatMap((feed) => {
    const source = bySource.get(feed.sourceId);
    if (!source) return [];
    return {
      id: feed.id,
      url: feed.url,
      source: { ...source, country: source.country ?? undefined },
      etag: feed.etag ?? undefined,
      lastModified: feed.lastModified ?? undefined,
      intervalSeconds: feed.intervalSeconds,
      failures: feed.failures,
    };
  });
}
