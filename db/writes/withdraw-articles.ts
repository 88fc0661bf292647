import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { articles, headlineChanges } from '@/db/schema/articles';
import { DAY_MS } from '@/lib/core/time';
import type { ArticleId } from '@/lib/model/ids';
import { recordHeadlineChanges } from './record-headline-changes';

/** What has come back so often in so many days is left out by turns, as by caches of different age. */
const MAX_WITHDRAWALS = 2;
const FLAPPING_DAYS = 7;

/**
 * Notes that a source took articles out of its feed, unless they come and go.
 * @returns how many were not noted before.
 */
export async function withdrawArticles(ids: readonly ArticleId[], now: Date): Promise<number> {
  if (ids.length === 0) return 0;
  const since = new Date(now.getTime() - FLAPPING_DAYS * DAY_MS);
  return database().transaction(async (transaction) => {
    const lately = transaction.$count(
      headlineChanges,
      and(
        eq(headlineChanges.articleId, articles.id),
        eq(headlineChanges.kind, 'withdrawn'),
        gt(headlineChanges.at, since),
      ),
    );
    const gone = await transaction
      .update(articles)
      .set({ withdrawnAt: now })
      .where(
        and(
          sql`${articles.id} = any(${sql.param([...ids])})`,
          isNull(articles.withdrawnAt),
          lt(lately, MAX_WITHDRAWALS),
        ),
      )
      .returning({ articleId: articles.id, before: articles.title });
    const changes = gone.map((row) => ({ ...row, kind: 'withdrawn', after: undefined }) as const);
    await recordHeadlineChanges(transaction, changes, now);
    return gone.length;
  });
}
