import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { SourceId, TokenId, TopicId } from '@/lib/model/ids';
import type { AliasKind, Ambiguity } from '@/lib/model/token';
import { moment } from './types';

export const tokens = pgTable(
  'tokens',
  {
    id: text().$type<TokenId>().primaryKey(),
    /** A label, not an identity: AI is Sleepless AI here and Gensyn there. */
    symbol: text().notNull(),
    name: text().notNull(),
    icon: text(),
    rank: integer(),
    symbolAmbiguity: text().$type<Ambiguity>().notNull(),
    nameAmbiguity: text().$type<Ambiguity>().notNull(),
  },
  (token) => [index('tokens_symbol').on(token.symbol)],
);

/** Of a row about a token. */
export const ofToken = () =>
  text()
    .$type<TokenId>()
    .references(() => tokens.id);

export const tokenAliases = pgTable(
  'token_aliases',
  {
    tokenId: text()
      .$type<TokenId>()
      .notNull()
      .references(() => tokens.id, { onDelete: 'cascade' }),
    text: text().notNull(),
    kind: text().$type<AliasKind>().notNull(),
    /** What an operator added or changed outlasts the catalogue's next edition. */
    decidedBy: text().$type<'catalogue' | 'operator'>().notNull().default('catalogue'),
    /** Switched off by an operator. */
    disabledAt: moment(),
  },
  (alias) => [primaryKey({ columns: [alias.tokenId, alias.text] })],
);

export const topics = pgTable('topics', {
  id: text().$type<TopicId>().primaryKey(),
  name: text().notNull(),
  description: text().notNull(),
  words: text()
    .array()
    .notNull()
    .default(sql`'{}'::text[]`),
  tokenIds: text()
    .array()
    .$type<TokenId[]>()
    .notNull()
    .default(sql`'{}'::text[]`),
  /** Sources whose articles belong here whatever they say; none means any may. */
  sourceIds: text()
    .array()
    .$type<SourceId[]>()
    .notNull()
    .default(sql`'{}'::text[]`),
  /** Languages it is limited to; none means all. */
  languages: text()
    .array()
    .notNull()
    .default(sql`'{}'::text[]`),
  position: integer().notNull().default(0),
  /** An operator edited its rules: the catalogue's next edition leaves it alone. */
  editedAt: moment(),
});
