import { and, desc, eq, isNull, lt } from 'drizzle-orm';
import { articles, articleTokens } from '@/db/schema/articles';
import { sources } from '@/db/schema/feeds';
import { database } from '@/db/client';
import type { Headline } from '@/lib/model/headline';
import type { SourceId, TokenId } from '@/lib/model/ids';
import { headlineColumns, toHeadline } from './select-headline';

export interface HeadlinesQuestion {
  readonly limit: number;
  /** Only articles that stand earlier in the list: the next page. */
  readonly before?: Date | undefined;
  readonly sourceId?: SourceId;
}

/** Every article, newest first, reposts among them: the river, or one source's part of it. */
export async function readHeadlines({
  limit,
  before,
  sourceId,
}: HeadlinesQuestion): Promise<readonly Headline[]> {
  const rows = await database()
    .select(headlineColumns)
    .from(articles)
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .where(
      and(
        isNull(articles.hiddenAt),
        before && lt(articles.sortedAt, before),
        sourceId && eq(articles.sourceId, sourceId),
      ),
    )
    .orderBy(desc(articles.sortedAt))
    .limit(limit);
  return rows.map(toHeadline);
}

export interface TokenHeadline extends Headline {
  readonly role: 'primary' | 'about';
}

/** The articles about one token, newest first; without reposts. */
export async function readTokenHeadlines(
  tokenId: TokenId,
  limit: number,
  before?: Date,
): Promise<readonly TokenHeadline[]> {
  const rows = await database()
    .select({ role: articleTokens.role, ...headlineColumns })
    .from(articleTokens)
    .innerJoin(articles, eq(articles.id, articleTokens.articleId))
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .where(
      and(
        eq(articleTokens.tokenId, tokenId),
        isNull(articles.hiddenAt),
        isNull(articles.repostOfId),
        before && lt(articles.sortedAt, before),
      ),
    )
    .orderBy(desc(articles.sortedAt))
    .limit(limit);
  return rows.map((row) => ({ ...toHeadline(row), role: row.role }));
}
