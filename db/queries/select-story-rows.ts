import { asc, eq } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { articles, stories } from '@/db/schema/articles';
import type { ArticleId, StoryId } from '@/lib/model/ids';

/** A story that stands (not one that leads on to another) with all its articles; `undefined` where there is none. */
export async function selectStory(transaction: Transaction, id: StoryId): Promise<StoryRows | undefined> {
  const [story] = await transaction
    .select({
      id: stories.id,
      title: stories.title,
      leadArticleId: stories.leadArticleId,
      redirectTo: stories.redirectTo,
    })
    .from(stories)
    .where(eq(stories.id, id))
    .for('update');
  if (!story || story.redirectTo !== null) return undefined;
  const members = await selectArticles(transaction)
    .where(eq(articles.storyId, id))
    .orderBy(asc(articles.sortedAt), asc(articles.id));
  return { ...story, members };
}

function selectArticles(transaction: Transaction) {
  const { id, title, slug, storyId, storyRelation, repostOfId, hiddenAt, sortedAt, firstSeenAt } = articles;
  return transaction
    .select({ id, title, slug, storyId, storyRelation, repostOfId, hiddenAt, sortedAt, firstSeenAt })
    .from(articles)
    .$dynamic();
}

/** An article as the verbs on stories look at it. */
export interface MemberRow {
  readonly id: ArticleId;
  readonly title: string;
  readonly slug: string;
  readonly storyId: StoryId;
  readonly storyRelation: 'origin' | 'report' | 'repost';
  readonly repostOfId: ArticleId | null;
  readonly hiddenAt: Date | null;
  readonly sortedAt: Date;
  readonly firstSeenAt: Date;
}

export interface StoryRows {
  readonly id: StoryId;
  readonly title: string;
  readonly leadArticleId: ArticleId | null;
  readonly members: readonly MemberRow[];
}
