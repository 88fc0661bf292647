import { and, count, eq, isNull, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { articles, articleTokens } from '@/db/schema/articles';
import { reports } from '@/db/schema/desk';
import { sources } from '@/db/schema/feeds';
import { tokens } from '@/db/schema/tokens';
import type { TagReason } from '@/lib/model/explain-tag';
import type { ArticleId, TokenId } from '@/lib/model/ids';
import { toTagReason } from './select-tag-reason';

/** A tag that readers doubt. */
export interface OpenReport {
  /** One of the reports on it. */
  readonly id: number;
  readonly firstAt: Date;
  readonly readers: number;
  /** What they wrote, the first first. */
  readonly notes: readonly string[];
  readonly articleId: ArticleId;
  readonly title: string;
  readonly language: string;
  readonly sourceName: string;
  readonly tokenId: TokenId;
  readonly symbol: string;
  readonly name: string;
  /** Why it stands there; `undefined` where it is gone already. */
  readonly why: TagReason | undefined;
}

/** Reports nobody has answered, one line a tag, the oldest first. */
export async function readOpenReports(limit: number): Promise<readonly OpenReport[]> {
  const { articleId, tokenId, at, note, id, settledAt } = reports;
  const rows = await database()
    .select({
      id: sql<number>`min(${id})::int`,
      firstAt: sql<Date>`min(${at})`.mapWith(at),
      readers: count(),
      notes: sql<
        string[]
      >`coalesce(array_agg(${note} order by ${id}) filter (where ${note} is not null), '{}')`,
      articleId,
      title: articles.title,
      language: articles.language,
      sourceName: sources.name,
      tokenId,
      symbol: tokens.symbol,
      name: tokens.name,
      tag: articleTokens,
    })
    .from(reports)
    .innerJoin(articles, eq(articles.id, articleId))
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .innerJoin(tokens, eq(tokens.id, tokenId))
    .leftJoin(articleTokens, and(eq(articleTokens.articleId, articleId), eq(articleTokens.tokenId, tokenId)))
    .where(isNull(settledAt))
    .groupBy(
      articleId,
      tokenId,
      articles.id,
      sources.id,
      tokens.id,
      articleTokens.articleId,
      articleTokens.tokenId,
    )
    .orderBy(sql`min(${at})`)
    .limit(limit);
  return rows.map(({ tag, ...row }) => ({
    ...row,
    why: tag ? toTagReason(tag) : undefined,
  }));
}

/** How many tags wait for an answer. */
export async function countOpenReports(): Promise<number> {
  const { rows } = await database().execute<{ open: number }>(sql`
    select count(*)::int as open from (
      select distinct article_id, token_id from reports where settled_at is null) tags
  `);
  return rows[0]?.open ?? 0;
}
