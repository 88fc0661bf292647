import { and, eq, or, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { articles } from '@/db/schema/articles';
import type { Article } from '@/lib/model/article';
import type { SourceId } from '@/lib/model/ids';
import type { KnownArticle } from '@/lib/model/known-article';

/** Which articles of a source have one of these ids or canonical addresses. */
export async function findKnownArticles(
  sourceId: SourceId,
  fresh: readonly Pick<Article, 'guid' | 'canonicalUrl'>[],
): Promise<readonly KnownArticle[]> {
  if (fresh.length === 0) return [];
  const guids = sql.param(fresh.map((article) => article.guid));
  const addresses = sql.param(fresh.map((article) => article.canonicalUrl));
  const rows = await database()
    .select({
      articleId: articles.id,
      feedId: articles.feedId,
      guid: articles.guid,
      url: articles.url,
      canonicalUrl: articles.canonicalUrl,
      title: articles.title,
      contentHash: articles.contentHash,
      withdrawnAt: articles.withdrawnAt,
    })
    .from(articles)
    .where(
      and(
        eq(articles.sourceId, sourceId),
        or(sql`${articles.guid} = any(${guids})`, sql`${articles.canonicalUrl} = any(${addresses})`),
      ),
    );
  return rows.map((row) => ({ ...row, withdrawnAt: row.withdrawnAt ?? undefined }));
}
