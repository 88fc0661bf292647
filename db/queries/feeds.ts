import { and, asc, count, desc, eq, ilike, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import { database } from '@/db/client';
import { feeds, fetches, sources } from '@/db/schema/feeds';
import type { FeedState, FetchOutcome, SourceKind } from '@/lib/model/feed';
import type { FeedId, SourceId } from '@/lib/model/ids';

const MAX_ROWS = 1_000;

/** What an operator looks for. Nothing said means every feed of the catalogue. */
export interface FeedFilter {
  readonly state?: FeedState | undefined;
  /** A part of the source's name or of the address. */
  readonly text?: string | undefined;
  /** Those taken out of the catalogue instead of those in it. */
  readonly removed?: boolean | undefined;
}

/** How one feed is doing. */
export interface FeedRow {
  readonly id: FeedId;
  readonly url: string;
  readonly sourceId: SourceId;
  readonly sourceName: string;
  readonly siteUrl: string;
  readonly kind: SourceKind;
  readonly language: string;
  readonly state: FeedState;
  readonly stateReason: string | undefined;
  readonly stateSince: Date;
  readonly provenance: string;
  readonly proven: boolean;
  readonly intervalSeconds: number;
  readonly nextPollAt: Date;
  /** A poller has it in hand until then. */
  readonly leasedUntil: Date | undefined;
  readonly lastSuccessAt: Date | undefined;
  readonly lastNewArticleAt: Date | undefined;
  /** Failed fetches in a row. */
  readonly failures: number;
  readonly removedAt: Date | undefined;
  readonly lastFetch: FetchRow | undefined;
}

/** One line of the fetch log. */
export interface FetchRow {
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly outcome: FetchOutcome;
  readonly httpStatus: number | undefined;
  readonly bytes: number | undefined;
  readonly items: number | undefined;
  readonly newArticles: number | undefined;
  readonly message: string | undefined;
}

/** The feeds that fit, by source and address, each with its last fetch. */
export async function readFeeds(filter: FeedFilter): Promise<readonly FeedRow[]> {
  const rows = await selectFeeds(toCondition(filter))
    .orderBy(asc(sources.name), asc(feeds.url))
    .limit(MAX_ROWS);
  return rows.map(toFeedRow);
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
  const counts = { new: 0, well: 0, ill: 0, dead: 0, paused: 0, removed: 0 };
  for (const row of rows) counts[row.removed ? 'removed' : row.state] += row.feeds;
  return counts;
}

function selectFeeds(condition: SQL | undefined) {
  const lastFetch = database()
    .select()
    .from(fetches)
    .where(eq(fetches.feedId, feeds.id))
    .orderBy(desc(fetches.startedAt))
    .limit(1)
    .as('last_fetch');
  return database()
    .select()
    .from(feeds)
    .innerJoin(sources, eq(sources.id, feeds.sourceId))
    .leftJoinLateral(lastFetch, sql`true`)
    .where(condition);
}

function toCondition({ state, text, removed }: FeedFilter): SQL | undefined {
  const like = `%${(text ?? '').replace(/[\\%_]/g, String.raw`\$&`)}%`;
  return and(
    removed ? isNotNull(feeds.removedAt) : isNull(feeds.removedAt),
    state && eq(feeds.state, state),
    text ? or(ilike(sources.name, like), ilike(feeds.url, like)) : undefined,
  );
}

function toFeedRow({ feeds: feed, sources: source, last_fetch: fetch }: SelectedFeed): FeedRow {
  return {
    ...feed,
    sourceName: source.name,
    siteUrl: source.siteUrl,
    kind: source.kind,
    language: source.language,
    stateReason: feed.stateReason ?? undefined,
    leasedUntil: feed.leasedUntil ?? undefined,
    lastSuccessAt: feed.lastSuccessAt ?? undefined,
    lastNewArticleAt: feed.lastNewArticleAt ?? undefined,
    removedAt: feed.removedAt ?? undefined,
    lastFetch: fetch ? toFetchRow(fetch) : undefined,
  };
}

export function toFetchRow(fetch: typeof fetches.$inferSelect): FetchRow {
  return {
    startedAt: fetch.startedAt,
    durationMs: fetch.durationMs,
    outcome: fetch.outcome,
    httpStatus: fetch.httpStatus ?? undefined,
    bytes: fetch.bytes ?? undefined,
    items: fetch.items ?? undefined,
    newArticles: fetch.newArticles ?? undefined,
    message: fetch.message ?? undefined,
  };
}

type SelectedFeed = Awaited<ReturnType<typeof selectFeeds>>[number];
