import { and, eq, inArray, isNull } from 'drizzle-orm';
import { database } from '@/db/client';
import { feeds } from '@/db/schema/feeds';
import { opmlImportLines } from '@/db/schema/opml';

/** Takes every feed an import added out of the catalogue; articles and logs stay. Returns how many went. */
export async function removeImportedFeeds(importId: number, now: Date): Promise<number> {
  const added = database()
    .select({ id: opmlImportLines.feedId })
    .from(opmlImportLines)
    .where(and(eq(opmlImportLines.importId, importId), eq(opmlImportLines.result, 'added')));
  const removed = await database()
    .update(feeds)
    .set({ removedAt: now })
    .where(and(inArray(feeds.id, added), isNull(feeds.removedAt)))
    .returning({ id: feeds.id });
  return removed.length;
}
