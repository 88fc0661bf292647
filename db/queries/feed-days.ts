import { and, desc, eq, gte, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { feedDays } from '@/db/schema/feeds';
import { DAY_MS } from '@/lib/core/time';
import type { FeedId } from '@/lib/model/ids';
import type { Politeness } from '@/lib/model/politeness';

/** One day (UTC) of a feed's politeness ledger. */
export interface FeedDay extends Politeness {
  /** `2026-11-23`. */
  readonly day: string;
}

/** What asking came to in the last 7 and 30 days, today included: of one feed, or of all. */
export async function readPoliteness(
  now: Date,
  feedId?: FeedId,
): Promise<{ readonly week: Politeness; readonly month: Politeness }> {
  const [week, month] = await Promise.all([sumSince(now, 7, feedId), sumSince(now, 30, feedId)]);
  return { week, month };
}

/** The last days of one feed's ledger, the latest first. Days on which it was not asked are missing. */
export async function readFeedDays(feedId: FeedId, now: Date, days: number): Promise<readonly FeedDay[]> {
  return database()
    .select(DAY_COLUMNS)
    .from(feedDays)
    .where(and(eq(feedDays.feedId, feedId), gte(feedDays.day, firstDay(now, days))))
    .orderBy(desc(feedDays.day));
}

async function sumSince(now: Date, days: number, feedId: FeedId | undefined): Promise<Politeness> {
  const [sums] = await database()
    .select(SUMS)
    .from(feedDays)
    .where(
      and(
        gte(feedDays.day, firstDay(now, days)),
        feedId === undefined ? undefined : eq(feedDays.feedId, feedId),
      ),
    );
  if (!sums) throw new Error('A sum without a row.');
  return sums;
}

function firstDay(now: Date, days: number): string {
  return new Date(now.getTime() - (days - 1) * DAY_MS).toISOString().slice(0, 10);
}

const DAY_COLUMNS = {
  day: feedDays.day,
  polls: feedDays.polls,
  notModified: feedDays.notModified,
  unchanged: feedDays.unchanged,
  failed: feedDays.failed,
  retryAfters: feedDays.retryAfters,
  wireBytes: feedDays.wireBytes,
  savedBytes: feedDays.savedBytes,
  newArticles: feedDays.newArticles,
  revisedArticles: feedDays.revisedArticles,
};

const total = (column: (typeof feedDays)[keyof Politeness]) =>
  sql<number>`coalesce(sum(${column}), 0)`.mapWith(Number);

const SUMS = {
  polls: total(feedDays.polls),
  notModified: total(feedDays.notModified),
  unchanged: total(feedDays.unchanged),
  failed: total(feedDays.failed),
  retryAfters: total(feedDays.retryAfters),
  wireBytes: total(feedDays.wireBytes),
  savedBytes: total(feedDays.savedBytes),
  newArticles: total(feedDays.newArticles),
  revisedArticles: total(feedDays.revisedArticles),
};
