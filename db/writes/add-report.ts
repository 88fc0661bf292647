import { and, eq, isNull } from 'drizzle-orm';
import { database } from '@/db/client';
import { articles, articleTokens } from '@/db/schema/articles';
import { reports } from '@/db/schema/desk';
import type { ArticleId, TokenId } from '@/lib/model/ids';
import type { ReportResult } from '@/lib/model/reader-report';

export interface NewReport {
  readonly articleId: ArticleId;
  readonly tokenId: TokenId;
  /** A keyed hash, never an address. */
  readonly sender: string;
  readonly note: string | undefined;
  readonly at: Date;
}

/** Notes that a reader thinks a tag wrong; once for each reader and tag. */
export async function addReport({
  note,
  ...report
}: NewReport): Promise<Exclude<ReportResult['kind'], 'too-often'>> {
  const { articleId, tokenId } = report;
  return database().transaction(async (transaction) => {
    const [tag] = await transaction
      .select({ tokenId: articleTokens.tokenId })
      .from(articleTokens)
      .innerJoin(articles, eq(articles.id, articleTokens.articleId))
      .where(
        and(
          eq(articleTokens.articleId, articleId),
          eq(articleTokens.tokenId, tokenId),
          isNull(articles.hiddenAt),
        ),
      );
    if (!tag) return 'gone';
    const added = await transaction
      .insert(reports)
      .values({ ...report, kind: 'wrong-token', note: note ?? null })
      .onConflictDoNothing()
      .returning({ id: reports.id });
    return added.length > 0 ? 'taken' : 'known';
  });
}
