import { and, desc, eq, isNull, sql, type SQL } from 'drizzle-orm';
import { articles, articleTokens } from '@/db/schema/articles';
import { sources } from '@/db/schema/feeds';
import { database } from '@/db/client';
import type { TagReason } from '@/lib/model/explain-tag';
import type { Headline } from '@/lib/model/headline';
import type { ListPosition } from '@/lib/model/list-position';
import type { SourceId, TokenId } from '@/lib/model/ids';
import { headlineColumns, toHeadline } from './select-headline';
import { tagReasonColumns, toTagReason } from './select-tag-reason';

export interface HeadlinesQuestion {
  readonly limit: number;
  /** Only articles that stand below this one: the next page. */
  readonly below?: ListPosition | undefined;
  readonly sourceId?: SourceId;
}

/** Every article, newest first, reposts among them: the river, or one source's part of it. */
export async function readHeadlines({
  limit,
  below,
  sourceId,
}: HeadlinesQuestion): Promise<readonly Headline[]> {
  const rows = await database()
    .select(headlineColumns)
    .from(articles)
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .where(
      and(isNull(articles.hiddenAt), below && isBelow(below), sourceId && eq(articles.sourceId, sourceId)),
    )
    .orderBy(desc(articles.sortedAt), desc(articles.id))
    .limit(limit);
  return rows.map(toHeadline);
}

export interface TokenHeadlinesQuestion {
  readonly tokenId: TokenId;
  readonly limit: number;
  readonly below?: ListPosition | undefined;
}

export interface TokenHeadline extends Headline {
  /** What says that it is about the token. */
  readonly why: TagReason;
}

/** The articles about one token, newest first; without reposts. */
export async function readTokenHeadlines({
  tokenId,
  limit,
  below,
}: TokenHeadlinesQuestion): Promise<readonly TokenHeadline[]> {
  const rows = await database()
    .select({ tag: tagReasonColumns, ...headlineColumns })
    .from(articleTokens)
    .innerJoin(articles, eq(articles.id, articleTokens.articleId))
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .where(
      and(
        eq(articleTokens.tokenId, tokenId),
        isNull(articles.hiddenAt),
        isNull(articles.repostOfId),
        below && isBelow(below),
      ),
    )
    .orderBy(desc(articles.sortedAt), desc(articles.id))
    .limit(limit);
  return rows.map((row) => ({ ...toHeadline(row), why: toTagReason(row.tag) }));
}

function isBelow({ at, id }: ListPosition): SQL {
  return sql`(${articles.sortedAt}, ${articles.id}) < (${sql.param(at, articles.sortedAt)}, ${id})`;
}
