import { and, asc, count, eq, ilike, inArray, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import { database } from '@/db/client';
import { feeds, sources } from '@/db/schema/feeds';
import type { FeedState } from '@/lib/model/feed';
import type { FeedId } from '@/lib/model/ids';
import { selectFeeds, toFeedRow, type FeedRow } from './select-feed';

const MAX_ROWS = 1_000;

/** What an operator looks for. Nothing said means every feed of the catalogue. */
export interface FeedFilter {
  readonly states?: readonly FeedState[] | undefined;
  /** Only those with, or without, something odd about them. */
  readonly hasFindings?: boolean | undefined;
  /** A part of the source's name or of the address. */
  readonly text?: string | undefined;
  /** Those taken out of the catalogue instead of those in it. */
  readonly removed?: boolean | undefined;
}

/** Which of the rows that fit. */
export interface FeedPage {
  readonly limit: number;
  readonly offset: number;
}

/** The feeds that fit, in the order of the states asked for, then by source and address, each with its last fetch. */
export async function readFeeds(
  filter: FeedFilter,
  { limit, offset }: FeedPage = { limit: MAX_ROWS, offset: 0 },
): Promise<readonly FeedRow[]> {
  const rows = await selectFeeds(toCondition(filter))
    .orderBy(...byState(filter), asc(sources.name), asc(feeds.url))
    .limit(limit)
    .offset(offset);
  return rows.map(toFeedRow);
}

function byState({ states }: FeedFilter): readonly SQL[] {
  return states ? [sql`array_position(${sql.param([...states])}::text[], ${feeds.state})`] : [];
}

/** How many feeds fit. */
export async function countFeedsThat(filter: FeedFilter): Promise<number> {
  const [row] = await database()
    .select({ feeds: count() })
    .from(feeds)
    .innerJoin(sources, eq(sources.id, feeds.sourceId))
    .where(toCondition(filter));
  return row?.feeds ?? 0;
}

/** One feed, in the catalogue or taken out of it. */
export async function readFeed(id: FeedId): Promise<FeedRow | undefined> {
  const [row] = await selectFeeds(eq(feeds.id, id));
  return row && toFeedRow(row);
}

/** How many feeds are in each state, and how many were taken out. */
export async function countFeeds(): Promise<Readonly<Record<FeedState | 'removed', number>>> {
  const rows = await database()
    .select({ state: feeds.state, removed: isNotNull(feeds.removedAt).mapWith(Boolean), feeds: count() })
    .from(feeds)
    .groupBy(feeds.state, isNotNull(feeds.removedAt));
  const counts = { new: 0, well: 0, late: 0, ill: 0, dead: 0, paused: 0, removed: 0 };
  for (const row of rows) counts[row.removed ? 'removed' : row.state] += row.feeds;
  return counts;
}

function toCondition({ states, hasFindings, text, removed }: FeedFilter): SQL | undefined {
  const like = `%${(text ?? '').replace(/[\\%_]/g, String.raw`\$&`)}%`;
  return and(
    removed ? isNotNull(feeds.removedAt) : isNull(feeds.removedAt),
    states && inArray(feeds.state, [...states]),
    hasFindings === undefined ? undefined : sql`(${feeds.findings} <> '[]'::jsonb) = ${hasFindings}`,
    text ? or(ilike(sources.name, like), ilike(feeds.url, like)) : undefined,
  );
}
