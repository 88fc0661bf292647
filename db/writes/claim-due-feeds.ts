import { and, asc, eq, gt, inArray, isNull, lte, notInArray, or, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { feedDocuments, feeds, sources, subscriptions } from '@/db/schema/feeds';
import type { FeedToPoll } from '@/lib/model/feed';
import type { FeedId } from '@/lib/model/ids';

/** Longer than any poll may take; a poller that died leaves its feeds to the next after that. */
const LEASE_MS = 120_000;

/** Among so many of those due, hosts are mixed. */
const MIXED_PER_CLAIMED = 8;

/**
 * Takes up to `limit` feeds whose time has come, the longest due first; each further feed of one host counts as due
 * ten seconds later, so that a site of many feeds leaves room for the others. Two pollers never get the same feed:
 * a row another one is just taking is skipped, not waited for.
 */
export async function claimDueFeeds(now: Date, limit: number): Promise<readonly FeedToPoll[]> {
  const isDue = and(
    isNull(feeds.removedAt),
    notInArray(feeds.state, ['paused', 'dead']),
    lte(feeds.nextPollAt, now),
    or(isNull(feeds.leasedUntil), lte(feeds.leasedUntil, now)),
  );
  const oldest = database()
    .select({ id: feeds.id, url: feeds.url, nextPollAt: feeds.nextPollAt })
    .from(feeds)
    .where(isDue)
    .orderBy(asc(feeds.nextPollAt))
    .limit(limit * MIXED_PER_CLAIMED)
    .as('oldest');
  const host = sql`substring(${oldest.url} from '^[a-z]+://([^/]+)')`;
  const place = sql`row_number() over (partition by ${host} order by ${oldest.nextPollAt})`;
  const turn = sql`${oldest.nextPollAt} + (${place} - 1) * interval '10 seconds'`;
  const mixed = database()
    .select({ id: oldest.id, turn: turn.as('turn') })
    .from(oldest)
    .as('mixed');
  const due = database()
    .select({ id: feeds.id })
    .from(feeds)
    .innerJoin(mixed, eq(mixed.id, feeds.id))
    .where(isDue)
    .orderBy(asc(mixed.turn))
    .limit(limit)
    .for('update', { of: feeds, skipLocked: true });
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
  if (leased.length === 0) return [];
  const ids = leased.map((feed) => feed.id);
  const sourceIds = [...new Set(leased.map((feed) => feed.sourceId))];
  const [publishers, documents, active] = await Promise.all([
    database().select().from(sources).where(inArray(sources.id, sourceIds)),
    database().select().from(feedDocuments).where(inArray(feedDocuments.feedId, ids)),
    database()
      .select({ feedId: subscriptions.feedId })
      .from(subscriptions)
      .where(
        and(
          inArray(subscriptions.feedId, ids),
          eq(subscriptions.state, 'active'),
          gt(subscriptions.leaseUntil, now),
        ),
      ),
  ]);
  const bySource = new Map(publishers.map((source) => [source.id, source]));
  const byFeed = new Map(documents.map((document) => [document.feedId, document]));
  const pushed = new Set(active.map((subscription) => subscription.feedId));
  return leased.flatMap((feed) => {
    const source = bySource.get(feed.sourceId);
    if (!source) return [];
    return toFeedToPoll(feed, source, { document: byFeed.get(feed.id), isPushed: pushed.has(feed.id) });
  });
}

function toFeedToPoll(
  feed: typeof feeds.$inferSelect,
  source: typeof sources.$inferSelect,
  { document, isPushed }: Pick<FeedToPoll, 'document' | 'isPushed'>,
): FeedToPoll {
  const { createdAt: _createdAt, ...publisher } = source;
  return {
    id: feed.id,
    url: feed.url,
    source: { ...publisher, country: source.country ?? undefined },
    etag: feed.etag ?? undefined,
    lastModified: feed.lastModified ?? undefined,
    validatorsUrl: feed.validatorsUrl ?? undefined,
    intervalSeconds: feed.intervalSeconds,
    fixedIntervalSeconds: feed.fixedIntervalSeconds ?? undefined,
    announcedIntervalSeconds: feed.announcedIntervalSeconds ?? undefined,
    rhythm: feed.rhythm ?? undefined,
    state: feed.state,
    findings: feed.findings,
    failures: feed.failures,
    createdAt: feed.createdAt,
    lastNewArticleAt: feed.lastNewArticleAt ?? undefined,
    movedTo: feed.movedTo ?? undefined,
    movedSeen: feed.movedSeen,
    fullText: feed.fullText,
    isPushed,
    document,
  };
}
