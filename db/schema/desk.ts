import { sql } from 'drizzle-orm';
import { bigint, check, index, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { ArticleBond, DecisionSubject, DeskDecisionKind } from '@/lib/model/desk-decision';
import type { ArticleId, TokenId } from '@/lib/model/ids';
import { articles } from './articles';
import { operators } from './operators';
import { tokens } from './tokens';
import { moment } from './types';

/** The audit log of the newsroom: who decided what, what it was before and after. Rows are never removed. */
export const deskDecisions = pgTable(
  'desk_decisions',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment().notNull(),
    operatorId: text().references(() => operators.id, { onDelete: 'set null' }),
    kind: text().$type<DeskDecisionKind>().notNull(),
    subject: jsonb().$type<DecisionSubject>().notNull(),
    /** In words, as the console shows it. */
    summary: text().notNull(),
    /** What undoing it puts back. */
    before: jsonb().notNull(),
    after: jsonb().notNull(),
    undoneAt: moment(),
    undoneBy: text().references(() => operators.id, { onDelete: 'set null' }),
  },
  (decision) => [index('desk_decisions_latest').on(decision.at.desc().nullsFirst())],
);

/** Pairs that an operator put together or apart, kept when stories are rebuilt. The smaller id stands first. */
export const articleBonds = pgTable(
  'article_bonds',
  {
    articleId: bigint({ mode: 'number' })
      .$type<ArticleId>()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    otherId: bigint({ mode: 'number' })
      .$type<ArticleId>()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    bond: text().$type<ArticleBond>().notNull(),
    decisionId: bigint({ mode: 'number' })
      .notNull()
      .references(() => deskDecisions.id),
  },
  (pair) => [
    primaryKey({ columns: [pair.articleId, pair.otherId] }),
    index('article_bonds_other').on(pair.otherId),
    check('article_bonds_ordered', sql`${pair.articleId} < ${pair.otherId}`),
  ],
);

/** Tags that an operator took away: the linker does not bring them back. */
export const removedTags = pgTable(
  'removed_tags',
  {
    articleId: bigint({ mode: 'number' })
      .$type<ArticleId>()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    tokenId: text()
      .$type<TokenId>()
      .notNull()
      .references(() => tokens.id),
    decisionId: bigint({ mode: 'number' })
      .notNull()
      .references(() => deskDecisions.id),
  },
  (tag) => [primaryKey({ columns: [tag.articleId, tag.tokenId] })],
);

/** What readers told the operator: "wrong coin". */
export const reports = pgTable(
  'reports',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment().notNull(),
    kind: text().$type<'wrong-token'>().notNull(),
    articleId: bigint({ mode: 'number' })
      .$type<ArticleId>()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    tokenId: text()
      .$type<TokenId>()
      .notNull()
      .references(() => tokens.id),
    note: text(),
    /** A keyed hash of who sent it: one report each, and no address is kept. */
    sender: text().notNull(),
    settledAt: moment(),
    outcome: text().$type<'removed' | 'kept'>(),
  },
  (report) => [
    uniqueIndex('reports_once').on(report.articleId, report.tokenId, report.sender),
    index('reports_open')
      .on(report.at)
      .where(sql`${report.settledAt} is null`),
  ],
);
