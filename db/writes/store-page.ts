import { eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { articlePages, articles } from '@/db/schema/articles';
import type { Attribution } from '@/lib/model/article';
import type { ArticleId } from '@/lib/model/ids';
import { fileUnderOriginal } from './file-under-original';

/** What asking for an article's page came to. */
export interface PageRecord {
  readonly articleId: ArticleId;
  readonly fetchedAt: Date;
  readonly bodyHtml: string | undefined;
  readonly bodyText: string | undefined;
  readonly canonicalUrl: string | undefined;
  /** Why nothing came of it, in words. */
  readonly message: string | undefined;
  /** Who published first, where the page itself says so. */
  readonly attribution: Attribution | undefined;
}

/**
 * Keeps an article's page, or that there is none: either way it is not asked for again.
 * @returns articles that stand under another now, since the page names that one as its original.
 */
export async function storePage({ attribution, ...page }: PageRecord): Promise<readonly ArticleId[]> {
  return database().transaction(async (transaction) => {
    const [kept] = await transaction
      .insert(articlePages)
      .values(page)
      .onConflictDoNothing()
      .returning({ articleId: articlePages.articleId });
    if (!kept || !attribution) return [];
    const { articleId, canonicalUrl } = page;
    await transaction.update(articles).set({ attribution }).where(eq(articles.id, articleId));
    if (canonicalUrl === undefined) return [];
    return fileUnderOriginal(transaction, { articleId, canonicalUrl, evidence: attribution.evidence });
  });
}
