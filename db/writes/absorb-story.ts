import { and, eq, or, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { articles, stories } from '@/db/schema/articles';
import type { StoryId } from '@/lib/model/ids';

/**
 * Moves the articles of a story into an older one that tells the same event. Its address leads there from now on, and so
 * do those that led to it; the other keeps its lead. Counting is left to the caller.
 */
export async function absorbStory(transaction: Transaction, absorbed: StoryId, into: StoryId): Promise<void> {
  await transaction
    .update(articles)
    .set({ storyRelation: 'report' })
    .where(and(eq(articles.storyId, absorbed), eq(articles.storyRelation, 'origin')));
  await transaction.update(articles).set({ storyId: into }).where(eq(articles.storyId, absorbed));
  await transaction
    .update(stories)
    .set({
      redirectTo: into,
      leadArticleId: sql`case when ${stories.id} = ${absorbed} then null else ${stories.leadArticleId} end`,
    })
    .where(or(eq(stories.id, absorbed), eq(stories.redirectTo, absorbed)));
}
