import { and, eq, inArray, or } from 'drizzle-orm';
import { database } from '@/db/client';
import { articles } from '@/db/schema/articles';
import type { Article } from '@/lib/model/article';
import type { ArticleId, FeedId, SourceId } from '@/lib/model/ids';

export interface KnownArticle {
  readonly articleId: ArticleId;
  /** The feed that brought it first: its wording counts, another feed of the source may carry an excerpt. */
  readonly feedId: FeedId;
  readonly contentHash: string;
}

/** Which of these articles of a source the desk has already: by the feed's own id, or by canonical address. */
export async function findKnownArticles<A extends Pick<Article, 'guid' | 'canonicalUrl'>>(
  sourceId: SourceId,
  fresh: readonly A[],
): Promise<ReadonlyMap<A, KnownArticle>> {
  if (fresh.length === 0) return new Map();
  const rows = await database()
    .select({
      articleId: articles.id,
      feedId: articles.feedId,
      contentHash: articles.contentHash,
      guid: articles.guid,
      canonicalUrl: articles.canonicalUrl,
    })
    .from(articles)
    .where(
      and(
        eq(articles.sourceId, sourceId),
        or(
          inArray(
            articles.guid,
            fresh.map((article) => article.guid),
          ),
          inArray(
            articles.canonicalUrl,
            fresh.map((article) => article.canonicalUrl),
          ),
        ),
      ),
    );
  const byGuid = new Map(rows.map((row) => [row.guid, row]));
  const byUrl = new Map(rows.map((row) => [row.canonicalUrl, row]));
  const known = new Map<A, KnownArticle>();
  for (const article of fresh) {
    const row = byGuid.get(article.guid) ?? byUrl.get(article.canonicalUrl);
    if (row) known.set(article, row);
  }
  return known;
}
