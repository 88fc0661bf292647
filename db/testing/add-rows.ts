import { eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { articles, articleTokens, articleTopics, stories, type StoryRelation } from '@/db/schema/articles';
import { feeds, sources } from '@/db/schema/feeds';
import { tokens, topics } from '@/db/schema/tokens';
import { toSlug } from '@/lib/core/slug';
import type { ArticleId, SourceId, StoryId, TokenId, TopicId } from '@/lib/model/ids';

/** Rows for tests that ask a database: each call writes one thing and what it cannot do without. */
export async function addSource(id: string): Promise<SourceId> {
  const source = id as SourceId;
  const row = { id: source, name: id, siteUrl: `https://${id}.example/`, language: 'en' };
  await database()
    .insert(sources)
    .values({ ...row, kind: 'newsroom' as const });
  await database()
    .insert(feeds)
    .values({ sourceId: source, url: `https://${id}.example/feed`, provenance: 'test' });
  return source;
}

export async function addToken(id: string, symbol: string, rank?: number): Promise<TokenId> {
  const token = id as TokenId;
  await database()
    .insert(tokens)
    .values({
      id: token,
      symbol,
      name: id,
      ...(rank === undefined ? {} : { rank }),
      symbolAmbiguity: 'safe',
      nameAmbiguity: 'safe',
    });
  return token;
}

export async function addTopic(id: string): Promise<TopicId> {
  const topic = id as TopicId;
  await database().insert(topics).values({ id: topic, name: id, description: '' });
  return topic;
}

export interface ArticleRow {
  readonly sourceId: SourceId;
  readonly title: string;
  readonly at: Date;
  readonly dek?: string;
  readonly hidden?: boolean;
  /** None opens a story of its own and leads it. */
  readonly joins?: {
    readonly storyId: StoryId;
    readonly relation: StoryRelation;
    readonly repostOfId?: ArticleId;
  };
  /** The first is the one it is mainly about. */
  readonly tokenIds?: readonly TokenId[];
  readonly topicIds?: readonly TopicId[];
}

export async function addArticle(row: ArticleRow): Promise<{ articleId: ArticleId; storyId: StoryId }> {
  const storyId = row.joins?.storyId ?? (await addStory(row));
  const [article] = await database()
    .insert(articles)
    .values(await toRow(row, storyId))
    .returning();
  if (!article) throw new Error('No row came back.');
  for (const [index, tokenId] of (row.tokenIds ?? []).entries()) {
    await database()
      .insert(articleTokens)
      .values({ ...TAG, articleId: article.id, tokenId, role: index === 0 ? 'primary' : 'about' });
  }
  for (const topicId of row.topicIds ?? []) {
    await database()
      .insert(articleTopics)
      .values({ articleId: article.id, topicId, field: 'title', matchedText: topicId });
  }
  const lead = row.joins ? {} : { leadArticleId: article.id };
  await database()
    .update(stories)
    .set({ lastArticleAt: row.at, ...lead })
    .where(eq(stories.id, storyId));
  return { articleId: article.id, storyId };
}

async function addStory(row: ArticleRow): Promise<StoryId> {
  const [story] = await database()
    .insert(stories)
    .values({ slug: toSlug(row.title), title: row.title, firstSeenAt: row.at, lastArticleAt: row.at })
    .returning();
  if (!story) throw new Error('No row came back.');
  return story.id;
}

async function toRow(row: ArticleRow, storyId: StoryId) {
  const [feed] = await database().select().from(feeds).where(eq(feeds.sourceId, row.sourceId));
  if (!feed) throw new Error(`${row.sourceId} has no feed.`);
  const address = `https://${row.sourceId}.example/${toSlug(row.title)}`;
  return {
    sourceId: row.sourceId,
    feedId: feed.id,
    guid: address,
    url: address,
    canonicalUrl: address,
    slug: toSlug(row.title),
    title: row.title,
    dek: row.dek ?? null,
    bodyText: `${row.title}, in full.`,
    language: 'en',
    claimedAt: row.at,
    firstSeenAt: row.at,
    contentHash: row.title,
    titleHash: row.title,
    storyId,
    storyRelation: row.joins?.relation ?? ('origin' as const),
    repostOfId: row.joins?.repostOfId ?? null,
    hiddenAt: row.hidden ? row.at : null,
  };
}

const TAG = {
  score: 1,
  rule: 'name',
  field: 'title',
  matchedText: '',
  spanStart: 0,
  spanEnd: 0,
  linkerVersion: 1,
} as const;
