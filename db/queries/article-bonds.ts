import { eq, getTableColumns, gte, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { database } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { articleBonds } from '@/db/schema/desk';
import type { ArticleBond } from '@/lib/model/desk-decision';
import type { ArticleId } from '@/lib/model/ids';

/** What an operator decided of two articles; the smaller id stands first. */
export interface BondedPair {
  readonly articleId: ArticleId;
  readonly otherId: ArticleId;
  readonly bond: ArticleBond;
}

/** Pairs put together or apart; with `since` only those of which one was seen since. */
export async function loadBonds(since?: Date): Promise<readonly BondedPair[]> {
  const { articleId, otherId, bond } = getTableColumns(articleBonds);
  const query = database().select({ articleId, otherId, bond }).from(articleBonds);
  if (!since) return query.orderBy(articleId, otherId);
  const other = alias(articles, 'other');
  return query
    .innerJoin(articles, eq(articles.id, articleId))
    .innerJoin(other, eq(other.id, otherId))
    .where(or(gte(articles.firstSeenAt, since), gte(other.firstSeenAt, since)))
    .orderBy(articleId, otherId);
}

/** The pairs that one of these articles stands in. */
export async function loadBondsOf(ids: readonly ArticleId[]): Promise<readonly BondedPair[]> {
  if (ids.length === 0) return [];
  const { articleId, otherId, bond } = getTableColumns(articleBonds);
  const wanted = sql.param([...ids]);
  return database()
    .select({ articleId, otherId, bond })
    .from(articleBonds)
    .where(or(sql`${articleId} = any(${wanted})`, sql`${otherId} = any(${wanted})`))
    .orderBy(articleId, otherId);
}
