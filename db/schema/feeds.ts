import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { FeedId, SourceId } from '@/lib/model/ids';
import type { FeedState, FetchOutcome, SourceKind } from '@/lib/model/feed';
import { moment } from './types';

export const sources = pgTable('sources', {
  id: text().$type<SourceId>().primaryKey(),
  name: text().notNull(),
  siteUrl: text().notNull(),
  language: text().notNull(),
  country: text(),
  kind: text().$type<SourceKind>().notNull(),
  cryptoOnly: boolean().notNull().default(false),
  createdAt: moment().notNull().defaultNow(),
});

export const feeds = pgTable(
  'feeds',
  {
    id: bigint({ mode: 'number' }).$type<FeedId>().primaryKey().generatedAlwaysAsIdentity(),
    sourceId: text()
      .$type<SourceId>()
      .notNull()
      .references(() => sources.id),
    url: text().notNull(),
    /** How the address is known: where it was seen, or that it is a guess. */
    provenance: text().notNull(),
    /** An answer with items has come from it at least once. */
    proven: boolean().notNull().default(false),
    state: text().$type<FeedState>().notNull().default('new'),
    /** Why it is in that state, in words. */
    stateReason: text(),
    stateSince: moment().notNull().defaultNow(),
    intervalSeconds: integer().notNull().default(300),
    nextPollAt: moment().notNull().defaultNow(),
    /** Held by a poller until then; a poller that died leaves it to pass. */
    leasedUntil: moment(),
    etag: text(),
    lastModified: text(),
    lastFetchAt: moment(),
    lastSuccessAt: moment(),
    lastNewArticleAt: moment(),
    /** Failed fetches in a row. */
    failures: integer().notNull().default(0),
    createdAt: moment().notNull().defaultNow(),
    /** Taken out of the catalogue by an operator; its articles stay. */
    removedAt: moment(),
  },
  (feed) => [
    uniqueIndex('feeds_url')
      .on(feed.url)
      .where(sql`${feed.removedAt} is null`),
    index('feeds_due')
      .on(feed.nextPollAt)
      .where(sql`${feed.removedAt} is null`),
    check('feeds_interval', sql`${feed.intervalSeconds} between 5 and 86400`),
  ],
);

/** The fetch log: one row for each time a feed was asked. */
export const fetches = pgTable(
  'fetches',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    feedId: bigint({ mode: 'number' })
      .$type<FeedId>()
      .notNull()
      .references(() => feeds.id),
    startedAt: moment().notNull(),
    durationMs: integer().notNull(),
    outcome: text().$type<FetchOutcome>().notNull(),
    httpStatus: integer(),
    /** Decompressed bytes of the body. */
    bytes: integer(),
    items: integer(),
    newArticles: integer(),
    /** What went wrong, in words; how the feed had to be parsed. */
    message: text(),
  },
  (fetch) => [index('fetches_feed').on(fetch.feedId, fetch.startedAt.desc().nullsFirst())],
);
