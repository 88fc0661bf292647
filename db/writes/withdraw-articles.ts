import { and, isNull, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { articles } from '@/db/schema/articles';
import type { ArticleId } from '@/lib/model/ids';
import { recordHeadlineChanges } from './record-headline-changes';

/** Notes that a source took articles out of its feed. @returns how many were not noted before. */
export async function withdrawArticles(ids: readonly ArticleId[], now: Date): Promise<number> {
  if (ids.length === 0) return 0;
  return database().transaction(async (transaction) => {
    const gone = await transaction
      .update(articles)
      .set({ withdrawnAt: now })
      .where(and(sql`${articles.id} = any(${sql.param([...ids])})`, isNull(articles.withdrawnAt)))
      .returning({ articleId: articles.id, before: articles.title });
    const changes = gone.map((row) => ({ ...row, kind: 'withdrawn', after: undefined }) as const);
    await recordHeadlineChanges(transaction, changes, now);
    return gone.length;
  });
}
