import { eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { articles, stories } from '@/db/schema/articles';
import type { TaggedArticle } from '@/lib/model/article';
import type { ArticleId } from '@/lib/model/ids';
import { writeTags } from './write-tags';

/**
 * Takes over a changed wording and the tags that follow from it. The article keeps its address, its times and its place; a body or standfirst
 * that is suddenly missing does not wipe out the one we have.
 */
export async function reviseArticle(
  articleId: ArticleId,
  article: TaggedArticle,
  { now, linkerVersion }: { readonly now: Date; readonly linkerVersion: number },
): Promise<void> {
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
    await writeTags(transaction, { articleId, article, linkerVersion });
    await transaction
      .update(stories)
      .set({ title: article.title })
      .where(eq(stories.leadArticleId, articleId));
  });
}
