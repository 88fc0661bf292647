import { sql } from 'drizzle-orm';
import { bigint, check, index, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { ArticleBond, DecisionSubject, DeskDecisionKind } from '@/lib/model/desk-decision';
import { ofArticle } from './articles';
import { operators } from './operators';
import { ofToken } from './tokens';
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

/** Of a row that a decision made. */
const ofDecision = () => bigint({ mode: 'number' }).references(() => deskDecisions.id);

/** Pairs that an operator put together or apart, kept when stories are rebuilt. The smaller id stands first. */
export const articleBonds = pgTable(
  'article_bonds',
  {
    articleId: ofArticle().notNull(),
    otherId: ofArticle().notNull(),
    bond: text().$type<ArticleBond>().notNull(),
    decisionId: ofDecision().notNull(),
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
    articleId: ofArticle().notNull(),
    tokenId: ofToken().notNull(),
    decisionId: ofDecision().notNull(),
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
    articleId: ofArticle().notNull(),
    tokenId: ofToken().notNull(),
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
