import { and, asc, count, desc, eq, isNull, max } from 'drizzle-orm';
import { articles } from '@/db/schema/articles';
import { feeds, sources } from '@/db/schema/feeds';
import { database } from '@/db/client';
import type { FeedState, Source } from '@/lib/model/feed';
import type { FeedId, SourceId } from '@/lib/model/ids';

/** How one feed of a source is doing, for a reader. */
export interface FeedHealth {
  readonly id: FeedId;
  readonly url: string;
  readonly state: FeedState;
  readonly reason: string | undefined;
  readonly since: Date;
  readonly lastFetchAt: Date | undefined;
  readonly lastSuccessAt: Date | undefined;
}

export interface SourcePage extends Source {
  readonly articleCount: number;
  readonly repostCount: number;
  readonly lastArticleAt: Date | undefined;
  readonly feeds: readonly FeedHealth[];
}

/** One source with its feeds; `undefined` where there is none. */
export async function readSource(id: SourceId): Promise<SourcePage | undefined> {
  const [source] = await database().select().from(sources).where(eq(sources.id, id));
  if (!source) return undefined;
  const [[seen], health] = await Promise.all([
    database()
      .select({ articles: count(), reposts: count(articles.repostOfId), last: max(articles.sortedAt) })
      .from(articles)
      .where(and(eq(articles.sourceId, id), isNull(articles.hiddenAt))),
    readFeedHealth(id),
  ]);
  return {
    ...source,
    country: source.country ?? undefined,
    articleCount: seen?.articles ?? 0,
    repostCount: seen?.reposts ?? 0,
    lastArticleAt: seen?.last ?? undefined,
    feeds: health,
  };
}

async function readFeedHealth(id: SourceId): Promise<readonly FeedHealth[]> {
  const rows = await database()
    .select()
    .from(feeds)
    .where(and(eq(feeds.sourceId, id), isNull(feeds.removedAt)))
    .orderBy(asc(feeds.id));
  return rows.map((feed) => ({
    id: feed.id,
    url: feed.url,
    state: feed.state,
    reason: feed.stateReason ?? undefined,
    since: feed.stateSince,
    lastFetchAt: feed.lastFetchAt ?? undefined,
    lastSuccessAt: feed.lastSuccessAt ?? undefined,
  }));
}

export interface SourceSummary extends Source {
  readonly lastArticleAt: Date | undefined;
  readonly states: readonly FeedState[];
}

/** Every source with a feed in the catalogue, by name. */
export async function readSources(): Promise<readonly SourceSummary[]> {
  const [rows, states] = await Promise.all([
    database().select().from(sources).orderBy(asc(sources.name)),
    database()
      .select({ sourceId: feeds.sourceId, state: feeds.state, lastArticleAt: feeds.lastNewArticleAt })
      .from(feeds)
      .where(isNull(feeds.removedAt))
      .orderBy(desc(feeds.lastNewArticleAt)),
  ]);
  return rows
    .map((source) => {
      const own = states.filter((feed) => feed.sourceId === source.id);
      const times = own.flatMap((feed) => feed.lastArticleAt ?? []);
      return {
        ...source,
        country: source.country ?? undefined,
        lastArticleAt: times.toSorted((a, b) => b.getTime() - a.getTime())[0],
        states: own.map((feed) => feed.state),
      };
    })
    .filter((source) => source.states.length > 0);
}
