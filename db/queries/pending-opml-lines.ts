import { and, asc, eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { opmlImportLines, opmlImports } from '@/db/schema/opml';
import type { ListedFeed } from '@/lib/model/opml-import';

export interface PendingLine extends ListedFeed {
  readonly position: number;
}

/** The imports that are not done, the oldest first. */
export async function readRunningImports(): Promise<readonly number[]> {
  const rows = await database()
    .select({ id: opmlImports.id })
    .from(opmlImports)
    .where(eq(opmlImports.state, 'running'))
    .orderBy(asc(opmlImports.id));
  return rows.map(({ id }) => id);
}

/** The next lines of an import that wait for their turn. */
export async function readPendingLines(importId: number, limit: number): Promise<readonly PendingLine[]> {
  const rows = await database()
    .select()
    .from(opmlImportLines)
    .where(and(eq(opmlImportLines.importId, importId), eq(opmlImportLines.result, 'pending')))
    .orderBy(asc(opmlImportLines.position))
    .limit(limit);
  return rows.map(({ position, url, title, siteUrl, folder }) => ({
    position,
    url,
    title: title ?? undefined,
    siteUrl: siteUrl ?? undefined,
    folder: folder ?? undefined,
  }));
}
