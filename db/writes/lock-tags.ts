import { eq } from 'drizzle-orm';
import { articles } from '@/db/schema/articles';
import type { ArticleId } from '@/lib/model/ids';
import { decide, type Decided, type Decider } from './decide';

/** Leaves an article's tags as they are whatever its text comes to say, or hands them back to the linker. */
export function setTagsLock(
  { articleId, locked }: { readonly articleId: ArticleId; readonly locked: boolean },
  decider: Decider,
): Promise<Decided> {
  return decide(decider, async (transaction) => {
    const [article] = await transaction
      .select({ title: articles.title })
      .from(articles)
      .where(eq(articles.id, articleId))
      .for('update');
    if (!article) return { why: 'This article is not there any more.' };
    return {
      kind: 'lock-tags',
      summary: locked
        ? `Locked the tags of “${article.title}”.`
        : `Handed the tags of “${article.title}” back to the linker.`,
      subject: { articleIds: [articleId] },
      scope: { storyIds: [], articleIds: [articleId] },
      change: async (inside) => {
        await inside
          .update(articles)
          .set({ tagsLockedAt: locked ? decider.now : null })
          .where(eq(articles.id, articleId));
        return undefined;
      },
    };
  });
}
