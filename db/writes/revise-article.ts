import { eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { articles, stories } from '@/db/schema/articles';
import type { Article } from '@/lib/model/article';
import type { ArticleId } from '@/lib/model/ids';

/**
 * Takes over a changed wording. The article keeps its address, its times and its place; a body or standfirst
 * that is suddenly missing does not wipe out the one we have.
 */
export async function reviseArticle(articleId: ArticleId, article: Article, now: Date): Promise<void> {
  await database().transaction(async (transaction) => {
    await transaction
      .update(articles)
      .set({
        title: article.title,
        titleHash: article.titleHash,
        contentHash: article.contentHash,
        revisedAt: now,
        ...(article.dek !== undefined && { dek: article.dek }),
        ...(article.bodyHtml !== undefined && {
          bodyHtml: article.bodyHtml,
          bodyText: article.bodyText,
          bodyHash: article.bodyHash ?? null,
        }),
        ...(article.image && { imageUrl: article.image.url, imageAlt: article.image.alt ?? null }),
      })
      .where(eq(articles.id, articleId));
    await transaction
      .update(stories)
      .set({ title: article.title })
      .where(eq(stories.leadArticleId, articleId));
  });
}
