import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import { database, type Transaction } from '@/db/client';
import { articles, stories } from '@/db/schema/articles';
import type { FeedToPoll } from '@/lib/model/feed';
import type { ArticleId, StoryId } from '@/lib/model/ids';
import { absorbStory } from './absorb-story';
import { countOrRedirect, countStories } from './count-story';
import { insertArticles, insertStories, type PlacedArticle } from './insert-articles';
import { reviseArticles, type Revision } from './revise-articles';
import { writeRefusals } from './write-refusals';
import { writeTags } from './write-tags';

export interface ArticleBatch {
  readonly feed: Pick<FeedToPoll, 'id' | 'source'>;
  /** New articles in the order they were placed. */
  readonly placed: readonly PlacedArticle[];
  readonly revised: readonly Revision[];
  readonly now: Date;
  readonly linkerVersion: number;
}

/** Stores what is new or changed of an answer in one transaction: all of it or nothing. */
export async function storeArticles(batch: ArticleBatch): Promise<void> {
  const { placed, revised, linkerVersion } = batch;
  if (placed.length === 0 && revised.length === 0) return;
  await database().transaction(async (transaction) => {
    if (placed.length > 0) {
      await insertStories(transaction, placed);
      await insertArticles(transaction, placed, batch.feed);
      await writeTags(transaction, placed, linkerVersion);
      await writeRefusals(transaction, placed, batch);
      await settleStories(transaction, placed);
    }
    if (revised.length > 0) await reviseArticles(transaction, revised, batch);
  });
}

/** What the new articles mean for stories that others opened, and for copies that came in before them. */
async function settleStories(transaction: Transaction, placed: readonly PlacedArticle[]): Promise<void> {
  for (const late of placed) await leadAndGather(transaction, late);
  const joined = placed.filter(({ placement }) => placement.kind === 'joins');
  await countStories(transaction, [...new Set(joined.map(({ storyId }) => storyId))]);
}

async function leadAndGather(
  transaction: Transaction,
  { articleId, storyId, article, placement }: PlacedArticle,
): Promise<void> {
  if (placement.kind === 'opens' || placement.relation === 'repost') return;
  await turnIntoReposts(transaction, { copies: placement.copies, originId: articleId, storyId });
  if (placement.absorbs !== undefined) await absorbStory(transaction, placement.absorbs, storyId);
  if (placement.relation !== 'origin') return;
  await transaction
    .update(stories)
    .set({ leadArticleId: articleId, title: article.title })
    .where(and(eq(stories.id, storyId), isNull(stories.pinnedAt)));
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
