import { and, desc, eq, isNull, sql, type SQL } from 'drizzle-orm';
import { database } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { feeds, fetches, sources } from '@/db/schema/feeds';
import type { FeedState, FetchOutcome, FetchTrigger, SourceKind } from '@/lib/model/feed';
import type { FeedFinding } from '@/lib/model/feed-finding';
import type { ArticleId, FeedId, SourceId } from '@/lib/model/ids';
import type { ParseTier } from '@/lib/model/parsed-feed';
import { withoutNulls } from './without-nulls';

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
  readonly fixedIntervalSeconds: number | undefined;
  readonly announcedIntervalSeconds: number | undefined;
  readonly nextPollAt: Date;
  /** Why then, in words. */
  readonly pollReason: string | undefined;
  readonly findings: readonly FeedFinding[];
  /** A poller has it in hand until then. */
  readonly leasedUntil: Date | undefined;
  readonly lastSuccessAt: Date | undefined;
  readonly lastNewArticleAt: Date | undefined;
  /** Failed fetches in a row. */
  readonly failures: number;
  readonly removedAt: Date | undefined;
  readonly lastFetch: FetchRow | undefined;
  /** The latest good item. */
  readonly lastArticle: LastArticle | undefined;
}

export interface LastArticle {
  readonly id: ArticleId;
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  /** As claimed, else by first sight. */
  readonly at: Date;
}

/** One line of the fetch log. */
export interface FetchRow {
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly outcome: FetchOutcome;
  readonly httpStatus: number | undefined;
  readonly trigger: FetchTrigger;
  /** Of the decompressed body. */
  readonly bytes: number | undefined;
  /** As they travelled. */
  readonly wireBytes: number | undefined;
  /** What a 304 spared. */
  readonly savedBytes: number | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly tier: ParseTier | undefined;
  readonly items: number | undefined;
  readonly newArticles: number | undefined;
  readonly message: string | undefined;
}

/** Feeds with their last fetch and their latest article. */
export function selectFeeds(condition: SQL | undefined) {
  const lastFetch = database()
    .select()
    .from(fetches)
    .where(eq(fetches.feedId, feeds.id))
    .orderBy(desc(fetches.startedAt))
    .limit(1)
    .as('last_fetch');
  const lastArticle = database()
    .select({
      id: articles.id,
      slug: articles.slug,
      title: articles.title,
      language: articles.language,
      at: articles.sortedAt,
    })
    .from(articles)
    .where(
      and(eq(articles.sourceId, feeds.sourceId), eq(articles.feedId, feeds.id), isNull(articles.hiddenAt)),
    )
    .orderBy(desc(articles.sortedAt), desc(articles.id))
    .limit(1)
    .as('last_article');
  return database()
    .select()
    .from(feeds)
    .innerJoin(sources, eq(sources.id, feeds.sourceId))
    .leftJoinLateral(lastFetch, sql`true`)
    .leftJoinLateral(lastArticle, sql`true`)
    .where(condition);
}

export function toFeedRow({
  feeds: feed,
  sources: source,
  last_fetch: fetch,
  last_article: article,
}: SelectedFeed): FeedRow {
  const { rhythm: _rhythm, ...rest } = feed;
  return {
    ...withoutNulls(rest),
    sourceName: source.name,
    siteUrl: source.siteUrl,
    kind: source.kind,
    language: source.language,
    lastFetch: fetch ? withoutNulls(fetch) : undefined,
    lastArticle: article ?? undefined,
  };
}

type SelectedFeed = Awaited<ReturnType<typeof selectFeeds>>[number];
