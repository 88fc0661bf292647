import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { articles } from '@/db/schema/articles';
import type { ArticleId, FeedId } from '@/lib/model/ids';

/** What tells whether an article that a feed no longer lists was taken out or has scrolled off. */
export interface ListedArticle {
  readonly articleId: ArticleId;
  readonly feedId: FeedId;
  readonly at: Date;
  readonly withdrawnAt: Date | undefined;
}

/** Those of them the desk still has. */
export async function readListedArticles(
  ids: readonly ArticleId[],
): Promise<ReadonlyMap<ArticleId, ListedArticle>> {
  const rows = await database()
    .select({
      articleId: articles.id,
      feedId: articles.feedId,
      at: articles.sortedAt,
      withdrawnAt: articles.withdrawnAt,
    })
    .from(articles)
    .where(sql`${articles.id} = any(${sql.param([...ids])})`);
  return new Map(rows.map((row) => [row.articleId, { ...row, withdrawnAt: row.withdrawnAt ?? undefined }]));
}
