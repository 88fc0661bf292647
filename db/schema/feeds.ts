import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type {
  FeedState,
  FetchOutcome,
  FetchTrigger,
  FullTextMode,
  ListedItem,
  SourceKind,
} from '@/lib/model/feed';
import type { FeedFinding } from '@/lib/model/feed-finding';
import type { FeedId, SourceId } from '@/lib/model/ids';
import type { ParseTier } from '@/lib/model/parsed-feed';
import type { Rhythm } from '@/lib/model/rhythm';
import type { SubscriptionState } from '@/lib/model/subscription';
import { moment } from './types';

export const sources = pgTable('sources', {
  id: text().$type<SourceId>().primaryKey(),
  name: text().notNull(),
  siteUrl: text().notNull(),
  language: text().notNull(),
  country: text(),
  kind: text().$type<SourceKind>().notNull(),
  cryptoOnly: boolean().notNull().default(false),
  /** It puts a token at the head of articles that are not about it: a token in its titles wants confirmation. */
  injectsTokens: boolean().notNull().default(false),
  /** It writes its titles in capitals: they tell no ticker from a word. */
  allCaps: boolean().notNull().default(false),
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
    /** Addresses it had before it moved for good: nobody adds it there again. */
    movedFrom: text()
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    /** How the address is known: where it was seen, or that it is a guess. */
    provenance: text().notNull(),
    /** An answer with items has come from it at least once. */
    proven: boolean().notNull().default(false),
    state: text().$type<FeedState>().notNull().default('new'),
    /** Why it is in that state, in words. */
    stateReason: text(),
    stateSince: moment().notNull().defaultNow(),
    /** How often it is asked while it is well: what was chosen, else what its rhythm and its site's wish come to. */
    intervalSeconds: integer().notNull().default(300),
    /** Chosen by an operator. */
    fixedIntervalSeconds: integer(),
    /** What the site asks for at least, by `<ttl>`, `sy:updatePeriod` or Cache-Control. */
    announcedIntervalSeconds: integer(),
    /** When it publishes, learnt from what it published. */
    rhythm: jsonb().$type<Rhythm>(),
    nextPollAt: moment().notNull().defaultNow(),
    /** Why then, in words. */
    pollReason: text(),
    /** What is odd about it though it answers. */
    findings: jsonb().$type<readonly FeedFinding[]>().notNull().default([]),
    /** Held by a poller until then; a poller that died leaves it to pass. */
    leasedUntil: moment(),
    etag: text(),
    lastModified: text(),
    /** The address both came from, after redirects; null: the feed's own. They are shown to no other. */
    validatorsUrl: text(),
    lastFetchAt: moment(),
    lastSuccessAt: moment(),
    lastNewArticleAt: moment(),
    /** Failed fetches in a row. */
    failures: integer().notNull().default(0),
    /** Where the site says it has moved for good, and how many answers in a row have said so. */
    movedTo: text(),
    movedSeen: integer().notNull().default(0),
    /** How much of an article readers are shown. */
    fullText: text().$type<FullTextMode>().notNull().default('excerpt'),
    excerptChars: integer().notNull().default(600),
    /** Its articles go after so many days; null: by the rule for all. */
    keepDays: integer(),
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
    check('feeds_fixed_interval', sql`${feed.fixedIntervalSeconds} between 5 and 86400`),
    check('feeds_excerpt', sql`${feed.excerptChars} between 80 and 5000`),
    check('feeds_keep', sql`${feed.keepDays} between 1 and 36500`),
  ],
);

/** What a feed's last readable answer held: the same bytes need no second reading, the same items no second look. */
export const feedDocuments = pgTable('feed_documents', {
  feedId: bigint({ mode: 'number' })
    .$type<FeedId>()
    .primaryKey()
    .references(() => feeds.id, { onDelete: 'cascade' }),
  /** SHA-256, hex, of the decompressed body. */
  bodyHash: text().notNull(),
  /** Of the body, as it travelled. */
  wireBytes: integer().notNull(),
  items: integer().notNull(),
  listed: jsonb().$type<readonly ListedItem[]>().notNull(),
  readAt: moment().notNull(),
});

/** What asking a feed came to, day by day (UTC): the politeness ledger. */
export const feedDays = pgTable(
  'feed_days',
  {
    feedId: bigint({ mode: 'number' })
      .$type<FeedId>()
      .notNull()
      .references(() => feeds.id, { onDelete: 'cascade' }),
    day: date({ mode: 'string' }).notNull(),
    polls: integer().notNull().default(0),
    /** Answered 304: nothing travelled. */
    notModified: integer().notNull().default(0),
    /** Answered in full with the bytes we had: the site knows no conditional requests. */
    unchanged: integer().notNull().default(0),
    failed: integer().notNull().default(0),
    /** Answers with Retry-After, each obeyed to the second. */
    retryAfters: integer().notNull().default(0),
    /** As they travelled. */
    wireBytes: bigint({ mode: 'number' }).notNull().default(0),
    /** Spared the site by 304 and by compression. */
    savedBytes: bigint({ mode: 'number' }).notNull().default(0),
    newArticles: integer().notNull().default(0),
    revisedArticles: integer().notNull().default(0),
  },
  (day) => [primaryKey({ columns: [day.feedId, day.day] })],
);

/** WebSub: a hub that tells us when a feed has something new. */
export const subscriptions = pgTable(
  'subscriptions',
  {
    feedId: bigint({ mode: 'number' })
      .$type<FeedId>()
      .primaryKey()
      .references(() => feeds.id, { onDelete: 'cascade' }),
    hubUrl: text().notNull(),
    topicUrl: text().notNull(),
    /** Part of the address the hub calls: nobody else knows it. */
    callbackToken: text().notNull(),
    /** Signs what the hub sends. */
    secret: text().notNull(),
    state: text().$type<SubscriptionState>().notNull(),
    /** Why it is in that state, in words. */
    message: text(),
    askedAt: moment().notNull(),
    verifiedAt: moment(),
    leaseUntil: moment(),
    lastPushAt: moment(),
    failures: integer().notNull().default(0),
    /** When to ask the hub again: a renewal, or another try. */
    nextTryAt: moment().notNull(),
  },
  (subscription) => [
    uniqueIndex('subscriptions_callback').on(subscription.callbackToken),
    index('subscriptions_due').on(subscription.nextTryAt),
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
    trigger: text().$type<FetchTrigger>().notNull().default('timer'),
    /** Decompressed bytes of the body. */
    bytes: integer(),
    /** As they travelled. */
    wireBytes: integer(),
    /** What a 304 spared. */
    savedBytes: integer(),
    retryAfterSeconds: integer(),
    tier: text().$type<ParseTier>(),
    items: integer(),
    newArticles: integer(),
    revisedArticles: integer(),
    /** What went wrong, in words; how the feed had to be parsed. */
    message: text(),
  },
  (fetch) => [index('fetches_feed').on(fetch.feedId, fetch.startedAt.desc().nullsFirst())],
);
