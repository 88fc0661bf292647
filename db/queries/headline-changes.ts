import { desc, eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { headlineChanges } from '@/db/schema/articles';
import type { HeadlineChange } from '@/lib/model/headline-change';
import type { ArticleId } from '@/lib/model/ids';

/** More than anybody reads; a headline that changes back and forth has no end. */
const MAX_CHANGES = 30;

/** What an article's source changed after the desk had seen it, the latest first. */
export async function readHeadlineChanges(id: ArticleId): Promise<readonly HeadlineChange[]> {
  const rows = await database()
    .select()
    .from(headlineChanges)
    .where(eq(headlineChanges.articleId, id))
    .orderBy(desc(headlineChanges.at), desc(headlineChanges.id))
    .limit(MAX_CHANGES);
  return rows.map(({ kind, at, before, after }) => ({ kind, at, before, after: after ?? undefined }));
}
