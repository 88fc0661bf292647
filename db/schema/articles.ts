import { sql, type SQL } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  uniqueIndex,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core';
import type { ArticleId, FeedId, SourceId, StoryId, TopicId } from '@/lib/model/ids';
import type { Attribution } from '@/lib/model/article';
import type { HeadlineChangeKind } from '@/lib/model/headline-change';
import type { StoryFeatures } from '@/lib/model/placement';
import type { TagField, TagRule, TopicTag } from '@/lib/model/tag';
import { feeds, sources } from './feeds';
import { ofToken, topics } from './tokens';
import { moment } from './types';

/** One event as the desk tells it: a lead, the other reports, the reposts folded beneath. */
export const stories = pgTable(
  'stories',
  {
    id: bigint({ mode: 'number' }).$type<StoryId>().primaryKey().generatedAlwaysAsIdentity(),
    slug: text().notNull(),
    title: text().notNull(),
    leadArticleId: bigint({ mode: 'number' }).$type<ArticleId>(),
    firstSeenAt: moment().notNull(),
    /** When the last article joined: what the front page sorts by. */
    lastArticleAt: moment().notNull(),
    articleCount: integer().notNull().default(0),
    /** Sources that reported on their own. A repost counts for nobody. */
    publisherCount: integer().notNull().default(0),
    repostCount: integer().notNull().default(0),
    /** Merged into that one: its address answers with a redirect. */
    redirectTo: bigint({ mode: 'number' })
      .$type<StoryId>()
      .references((): AnyPgColumn => stories.id),
    /** An operator decided who leads it: no later article takes the lead. */
    pinnedAt: moment(),
    /** An operator closed it: nothing joins or leaves by itself. */
    lockedAt: moment(),
  },
  (story) => [
    index('stories_latest')
      .on(story.lastArticleAt.desc().nullsFirst())
      .where(sql`${story.redirectTo} is null`),
    index('stories_redirects')
      .on(story.redirectTo)
      .where(sql`${story.redirectTo} is not null`),
  ],
);

export const articles = pgTable(
  'articles',
  {
    id: bigint({ mode: 'number' }).$type<ArticleId>().primaryKey().generatedAlwaysAsIdentity(),
    sourceId: text()
      .$type<SourceId>()
      .notNull()
      .references(() => sources.id),
    feedId: bigint({ mode: 'number' })
      .$type<FeedId>()
      .notNull()
      .references(() => feeds.id),
    guid: text().notNull(),
    url: text().notNull(),
    canonicalUrl: text().notNull(),
    slug: text().notNull(),
    title: text().notNull(),
    dek: text(),
    bodyHtml: text(),
    bodyText: text().notNull(),
    author: text(),
    language: text().notNull(),
    imageUrl: text(),
    imageAlt: text(),
    categories: text()
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    claimedAt: moment(),
    claimClamped: boolean().notNull().default(false),
    firstSeenAt: moment().notNull(),
    storedAt: moment().notNull().defaultNow(),
    /** The order of every list: as claimed, else by first sight. */
    sortedAt: moment()
      .notNull()
      .generatedAlwaysAs((): SQL => sql`coalesce(claimed_at, first_seen_at)`),
    /** The wording changed after we had stored it. */
    revisedAt: moment(),
    /** Its source took it out of the feed while older articles stayed in. */
    withdrawnAt: moment(),
    contentHash: text().notNull(),
    titleHash: text().notNull(),
    bodyHash: text(),
    /** Who published first, and the evidence. */
    attribution: jsonb().$type<Attribution>(),
    repostOfId: bigint({ mode: 'number' })
      .$type<ArticleId>()
      .references((): AnyPgColumn => articles.id),
    storyId: bigint({ mode: 'number' })
      .$type<StoryId>()
      .notNull()
      .references(() => stories.id),
    /** Why it stands in that story. */
    storyRelation: text().$type<StoryRelation>().notNull(),
    storyEvidence: text(),
    /** How near it was to the story it joined, and what that was made of; null where a copy or nobody decided. */
    storyScore: real(),
    storyFeatures: jsonb().$type<StoryFeatures>(),
    /** The model that placed it. */
    modelVersion: integer(),
    /** An operator decided its tags: the linker leaves them alone. */
    tagsLockedAt: moment(),
    hiddenAt: moment(),
  },
  (article) => [
    uniqueIndex('articles_source_guid').on(article.sourceId, article.guid),
    uniqueIndex('articles_source_url').on(article.sourceId, article.canonicalUrl),
    index('articles_canonical_url').on(article.canonicalUrl),
    index('articles_title_hash').on(article.titleHash),
    index('articles_body_hash').on(article.bodyHash),
    index('articles_latest')
      .on(article.sortedAt.desc().nullsFirst())
      .where(sql`${article.hiddenAt} is null`),
    index('articles_by_source').on(article.sourceId, article.sortedAt.desc().nullsFirst()),
    index('articles_by_story').on(article.storyId),
    // Who copies an article: asked when a late original comes in, and for each article that is removed.
    index('articles_reposts')
      .on(article.repostOfId)
      .where(sql`${article.repostOfId} is not null`),
    index('articles_first_seen').on(article.firstSeenAt.desc().nullsFirst()),
    check('articles_repost_of_another', sql`${article.repostOfId} <> ${article.id}`),
  ],
);

/** `origin` opened the story, `report` tells the same event, `repost` copies another article. */
export type StoryRelation = 'origin' | 'report' | 'repost';

/** Of a row that belongs to an article, and goes with it. */
export const ofArticle = () =>
  bigint({ mode: 'number' })
    .$type<ArticleId>()
    .references(() => articles.id, { onDelete: 'cascade' });

/** That an article is about a token, with what says so. */
export const articleTokens = pgTable(
  'article_tokens',
  {
    articleId: ofArticle().notNull(),
    tokenId: ofToken().notNull(),
    role: text().$type<'primary' | 'about'>().notNull(),
    score: real().notNull(),
    rule: text().$type<TagRule>().notNull(),
    field: text().$type<TagField>().notNull(),
    matchedText: text().notNull(),
    spanStart: integer().notNull(),
    spanEnd: integer().notNull(),
    confirmedBy: text(),
    linkerVersion: integer().notNull(),
    decidedBy: text().$type<'linker' | 'operator'>().notNull().default('linker'),
  },
  (tag) => [
    primaryKey({ columns: [tag.articleId, tag.tokenId] }),
    index('article_tokens_token').on(tag.tokenId, tag.articleId.desc().nullsFirst()),
    uniqueIndex('article_tokens_one_primary')
      .on(tag.articleId)
      .where(sql`${tag.role} = 'primary'`),
  ],
);

export const articleTopics = pgTable(
  'article_topics',
  {
    articleId: ofArticle().notNull(),
    topicId: text()
      .$type<TopicId>()
      .notNull()
      .references(() => topics.id),
    field: text().$type<TopicTag['field']>().notNull(),
    matchedText: text().notNull(),
  },
  (tag) => [
    primaryKey({ columns: [tag.articleId, tag.topicId] }),
    index('article_topics_topic').on(tag.topicId, tag.articleId.desc().nullsFirst()),
  ],
);

/** What the linker considered and refused, kept for some days so that an operator sees why not. */
export const refusedTags = pgTable(
  'refused_tags',
  {
    articleId: ofArticle().notNull(),
    tokenId: ofToken().notNull(),
    field: text().$type<TagField>().notNull(),
    matchedText: text().notNull(),
    /** In words: "AI alone is no evidence". */
    reason: text().notNull(),
    linkerVersion: integer().notNull(),
    at: moment().notNull(),
  },
  (tag) => [primaryKey({ columns: [tag.articleId, tag.tokenId] }), index('refused_tags_at').on(tag.at)],
);

/** The headline ledger: what a source changed after we had seen it. Rows are only ever added. */
export const headlineChanges = pgTable(
  'headline_changes',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    articleId: ofArticle().notNull(),
    kind: text().$type<HeadlineChangeKind>().notNull(),
    at: moment().notNull(),
    before: text().notNull(),
    /** `null` where it was withdrawn. */
    after: text(),
  },
  (change) => [
    index('headline_changes_article').on(change.articleId, change.at.desc().nullsFirst()),
    index('headline_changes_latest').on(change.at.desc().nullsFirst()),
  ],
);

/** An article's own page as it was fetched once, read down to its text. */
export const articlePages = pgTable('article_pages', {
  articleId: ofArticle().primaryKey(),
  fetchedAt: moment().notNull(),
  /** Sanitised; null where nothing came of it. */
  bodyHtml: text(),
  bodyText: text(),
  /** `rel=canonical` of the page. */
  canonicalUrl: text(),
  /** Why nothing came of it, in words. */
  message: text(),
});
