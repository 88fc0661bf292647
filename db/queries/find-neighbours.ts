import { and, eq, gte, isNull, or, sql, type SQL } from 'drizzle-orm';
import { database } from '@/db/client';
import { articles, articleTokens, stories } from '@/db/schema/articles';
import { sources } from '@/db/schema/feeds';
import type { ArticleId } from '@/lib/model/ids';
import { NEIGHBOUR_TEXT_CHARS, type ComparableArticle, type Neighbour } from '@/lib/model/placement';

/** A start never loads more than this into the window; the newest win. */
const MAX_WINDOW_ARTICLES = 30_000;
/** A wording as common as this ("Daily recap") says nothing about who copied whom. */
const MAX_EXACT_MATCHES = 50;

/** Every visible article seen since `since`, as the placing stage compares it. */
export function loadNeighboursSince(since: Date): Promise<readonly Neighbour[]> {
  return loadNeighbours(gte(articles.firstSeenAt, since), MAX_WINDOW_ARTICLES);
}

/** Articles of any age with the same address, wording or body as one of these, or the one its attribution names. */
export function findExactNeighbours(
  articlesToPlace: readonly Pick<
    ComparableArticle,
    'canonicalUrl' | 'titleHash' | 'bodyHash' | 'attribution'
  >[],
): Promise<readonly Neighbour[]> {
  if (articlesToPlace.length === 0) return Promise.resolve([]);
  const of = (values: readonly (string | undefined)[]) =>
    sql.param([...new Set(values.filter((value) => value !== undefined))]);
  const urls = of(
    articlesToPlace.flatMap(({ canonicalUrl, attribution }) => [canonicalUrl, attribution?.url]),
  );
  const titles = of(articlesToPlace.map(({ titleHash }) => titleHash));
  const bodies = of(articlesToPlace.map(({ bodyHash }) => bodyHash));
  const same = or(
    sql`${articles.canonicalUrl} = any(${urls})`,
    sql`${articles.titleHash} = any(${titles})`,
    sql`${articles.bodyHash} = any(${bodies})`,
  );
  return loadNeighbours(same, MAX_EXACT_MATCHES * articlesToPlace.length);
}

/** Chosen articles again, for when their place has changed. */
export function loadNeighboursById(ids: readonly ArticleId[]): Promise<readonly Neighbour[]> {
  return ids.length === 0
    ? Promise.resolve([])
    : loadNeighbours(sql`${articles.id} = any(${sql.param([...ids])})`, ids.length);
}

async function loadNeighbours(which: SQL | undefined, limit: number): Promise<readonly Neighbour[]> {
  const rows = await database()
    .select({
      articleId: articles.id,
      storyId: articles.storyId,
      relation: articles.storyRelation,
      repostOfId: articles.repostOfId,
      sourceId: articles.sourceId,
      sourceKind: sources.kind,
      language: articles.language,
      title: articles.title,
      dek: articles.dek,
      bodyText: sql<string>`left(${articles.bodyText}, ${NEIGHBOUR_TEXT_CHARS})`,
      url: articles.url,
      canonicalUrl: articles.canonicalUrl,
      titleHash: articles.titleHash,
      bodyHash: articles.bodyHash,
      attribution: articles.attribution,
      claimedAt: articles.claimedAt,
      firstSeenAt: articles.firstSeenAt,
      storyHold: sql<Neighbour['storyHold'] | null>`case
        when ${stories.lockedAt} is not null then 'locked'
        when ${stories.pinnedAt} is not null then 'pinned' end`,
    })
    .from(articles)
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .innerJoin(stories, eq(stories.id, articles.storyId))
    .where(and(isNull(articles.hiddenAt), which))
    .orderBy(sql`${articles.firstSeenAt} desc nulls first`)
    .limit(limit);
  const tags = await loadTags(rows.map((row) => row.articleId));
  return rows.map((row) => {
    const tagged = tags.get(row.articleId) ?? [];
    return {
      ...row,
      dek: row.dek ?? undefined,
      bodyHash: row.bodyHash ?? undefined,
      attribution: row.attribution ?? undefined,
      claimedAt: row.claimedAt ?? undefined,
      repostOfId: row.repostOfId ?? undefined,
      storyHold: row.storyHold ?? undefined,
      tokenIds: tagged.map((tag) => tag.tokenId),
      primaryTokenId: tagged.find((tag) => tag.role === 'primary')?.tokenId,
    };
  });
}

async function loadTags(ids: readonly ArticleId[]) {
  const { articleId, tokenId, role } = articleTokens;
  const rows =
    ids.length === 0
      ? []
      : await database()
          .select({ articleId, tokenId, role })
          .from(articleTokens)
          .where(sql`${articleId} = any(${sql.param([...ids])})`);
  const byArticle = new Map<ArticleId, (typeof rows)[number][]>();
  for (const row of rows) byArticle.set(row.articleId, [...(byArticle.get(row.articleId) ?? []), row]);
  return byArticle;
}
