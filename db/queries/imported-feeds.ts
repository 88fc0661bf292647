import { and, count, eq, isNotNull } from 'drizzle-orm';
import { database } from '@/db/client';
import { feeds } from '@/db/schema/feeds';
import { opmlImportLines } from '@/db/schema/opml';

/** Of the feeds an import added: how many are in the catalogue, and how many somebody has removed since. */
export async function countImportedFeeds(
  importId: number,
): Promise<{ readonly present: number; readonly removed: number }> {
  const isRemoved = isNotNull(feeds.removedAt).mapWith(Boolean);
  const rows = await database()
    .select({ isRemoved, feeds: count() })
    .from(opmlImportLines)
    .innerJoin(feeds, eq(feeds.id, opmlImportLines.feedId))
    .where(and(eq(opmlImportLines.importId, importId), eq(opmlImportLines.result, 'added')))
    .groupBy(isNotNull(feeds.removedAt));
  const of = (removed: boolean) => rows.find((row) => row.isRemoved === removed)?.feeds ?? 0;
  return { present: of(false), removed: of(true) };
}
