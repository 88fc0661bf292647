import { and, asc, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { articles, stories } from '@/db/schema/articles';
import type { ArticleId, StoryId } from '@/lib/model/ids';
import { countOrRedirect, countStories } from './count-story';

/** An article that turned out to be another publisher's. */
export interface LateRepost {
  readonly articleId: ArticleId;
  /** Where the original lives. */
  readonly canonicalUrl: string;
  readonly evidence: string;
}

/**
 * Files an article, and what was taken for copies of it, under the original where the desk has that one.
 * @returns the articles that stand elsewhere now.
 */
export async function fileUnderOriginal(
  transaction: Transaction,
  { articleId, canonicalUrl, evidence }: LateRepost,
): Promise<readonly ArticleId[]> {
  const [copy] = await transaction.select().from(articles).where(eq(articles.id, articleId));
  if (!copy) return [];
  const [named] = await transaction
    .select()
    .from(articles)
    .where(
      and(
        eq(articles.canonicalUrl, canonicalUrl),
        ne(articles.sourceId, copy.sourceId),
        isNull(articles.hiddenAt),
      ),
    )
    .orderBy(asc(articles.firstSeenAt))
    .limit(1);
  if (!named) return [];
  // What the page names may be a copy itself; unless it was taken for a copy of this very article.
  const originalId = named.repostOfId === articleId ? named.id : (named.repostOfId ?? named.id);
  if (copy.repostOfId === originalId) return [];
  const which = or(eq(articles.id, articleId), eq(articles.repostOfId, articleId));
  const moved = await transaction
    .select({ id: articles.id, storyId: articles.storyId })
    .from(articles)
    .where(which);
  const into = { repostOfId: originalId, storyRelation: 'repost' as const, storyId: named.storyId };
  await transaction
    .update(articles)
    .set(into)
    .where(and(which, ne(articles.id, originalId)));
  await transaction.update(articles).set({ storyEvidence: evidence }).where(eq(articles.id, articleId));
  if (originalId === named.id && named.repostOfId !== null) await standAlone(transaction, named.id);
  const ids = moved.map(({ id }) => id);
  await settle(transaction, { storyId: named.storyId, originalId, ids });
  for (const left of new Set(moved.map(({ storyId }) => storyId))) {
    if (left !== named.storyId) await countOrRedirect(transaction, { storyId: left, into: named.storyId });
  }
  return ids;
}

async function standAlone(transaction: Transaction, id: ArticleId): Promise<void> {
  const origin = { repostOfId: null, storyRelation: 'origin' as const, storyEvidence: null };
  await transaction.update(articles).set(origin).where(eq(articles.id, id));
}

/** A story is led by the original, never by a copy of it. */
async function settle(
  transaction: Transaction,
  { storyId, originalId, ids }: { storyId: StoryId; originalId: ArticleId; ids: readonly ArticleId[] },
): Promise<void> {
  const [original] = await transaction.select().from(articles).where(eq(articles.id, originalId));
  await transaction
    .update(stories)
    .set({ leadArticleId: originalId, ...(original && { title: original.title }) })
    .where(and(eq(stories.id, storyId), inArray(stories.leadArticleId, [...ids])));
  await countStories(transaction, [storyId]);
}
