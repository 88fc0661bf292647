import { and, eq, inArray, or } from 'drizzle-orm';
import { database, type Transaction } from '@/db/client';
import { articles, stories } from '@/db/schema/articles';
import { toSlug } from '@/lib/core/slug';
import type { TaggedArticle } from '@/lib/model/article';
import type { FeedToPoll } from '@/lib/model/feed';
import type { ArticleId, StoryId } from '@/lib/model/ids';
import type { Placement } from '@/lib/model/placement';
import { countOrRedirect, countStory } from './count-story';
import { writeTags } from './write-tags';

export type StoredArticle =
  | {
      readonly kind: 'stored';
      readonly articleId: ArticleId;
      readonly storyId: StoryId;
      readonly slug: string;
    }
  /** Another poll had it in the meantime: nothing was written. */
  | { readonly kind: 'known' };

/** Stores a new article in its place, with its tags, in one transaction: all of it or nothing. */
export async function storeArticle(
  article: TaggedArticle,
  { feed, placement, linkerVersion }: { feed: FeedToPoll; placement: Placement; linkerVersion: number },
): Promise<StoredArticle> {
  return database().transaction(async (transaction) => {
    if (await isKnown(transaction, article, feed)) return { kind: 'known' };
    const slug = toSlug(article.title);
    const storyId =
      placement.kind === 'joins' ? placement.storyId : await openStory(transaction, article, slug);
    const articleId = await insertArticle(transaction, { article, feed, placement, storyId, slug });
    await writeTags(transaction, { article, articleId, linkerVersion });
    if (placement.kind === 'joins' && placement.relation !== 'repost') {
      await turnIntoReposts(transaction, { copies: placement.copies, originId: articleId, storyId });
    }
    const leads = placement.kind === 'opens' || placement.relation === 'origin';
    if (leads) {
      await transaction
        .update(stories)
        .set({ leadArticleId: articleId, title: article.title })
        .where(eq(stories.id, storyId));
    }
    await countStory(transaction, storyId);
    return { kind: 'stored', articleId, storyId, slug };
  });
}

async function isKnown(transaction: Transaction, article: TaggedArticle, feed: FeedToPoll): Promise<boolean> {
  const same = or(eq(articles.guid, article.guid), eq(articles.canonicalUrl, article.canonicalUrl));
  const [row] = await transaction
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.sourceId, feed.source.id), same))
    .limit(1);
  return row !== undefined;
}

async function openStory(transaction: Transaction, article: TaggedArticle, slug: string): Promise<StoryId> {
  const [story] = await transaction
    .insert(stories)
    .values({
      slug,
      title: article.title,
      firstSeenAt: article.firstSeenAt,
      lastArticleAt: article.claimedAt ?? article.firstSeenAt,
    })
    .returning({ id: stories.id });
  if (!story) throw new Error('A story was inserted and no row came back.');
  return story.id;
}

async function insertArticle(
  transaction: Transaction,
  { article, feed, placement, storyId, slug }: NewRow,
): Promise<ArticleId> {
  const { tokens: _tokens, topics: _topics, image, ...columns } = article;
  const joins = placement.kind === 'joins' ? placement : undefined;
  const [row] = await transaction
    .insert(articles)
    .values({
      ...columns,
      categories: [...columns.categories],
      sourceId: feed.source.id,
      feedId: feed.id,
      slug,
      imageUrl: image?.url,
      imageAlt: image?.alt,
      storyId,
      storyRelation: joins?.relation ?? 'origin',
      storyEvidence: joins?.evidence,
      repostOfId: joins?.relation === 'repost' ? joins.repostOfId : undefined,
    })
    .returning({ id: articles.id });
  if (!row) throw new Error('An article was inserted and no row came back.');
  return row.id;
}

/** The copies came in first; now that what they copy is here, they and their own copies point to it. */
async function turnIntoReposts(
  transaction: Transaction,
  { copies, originId, storyId }: { copies: readonly ArticleId[]; originId: ArticleId; storyId: StoryId },
): Promise<void> {
  if (copies.length === 0) return;
  const which = or(inArray(articles.id, [...copies]), inArray(articles.repostOfId, [...copies]));
  const before = await transaction.select({ storyId: articles.storyId }).from(articles).where(which);
  await transaction
    .update(articles)
    .set({ repostOfId: originId, storyRelation: 'repost', storyId })
    .where(which);
  for (const left of new Set(before.map((row) => row.storyId))) {
    if (left !== storyId) await countOrRedirect(transaction, { storyId: left, into: storyId });
  }
}

interface NewRow {
  readonly article: TaggedArticle;
  readonly feed: FeedToPoll;
  readonly placement: Placement;
  readonly storyId: StoryId;
  readonly slug: string;
}
