import { and, eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { opmlImportLines, opmlImports } from '@/db/schema/opml';

/** Takes a cancelled import up again: the lines that were left wait anew. @returns how many, `undefined` where none was cancelled. */
export async function markImportResumed(importId: number): Promise<number | undefined> {
  return database().transaction(async (transaction) => {
    const [changed] = await transaction
      .update(opmlImports)
      .set({ state: 'running', finishedAt: null })
      .where(and(eq(opmlImports.id, importId), eq(opmlImports.state, 'cancelled')))
      .returning({ id: opmlImports.id });
    if (!changed) return undefined;
    const lines = await transaction
      .update(opmlImportLines)
      .set({ result: 'pending', message: null })
      .where(and(eq(opmlImportLines.importId, importId), eq(opmlImportLines.result, 'cancelled')))
      .returning({ position: opmlImportLines.position });
    return lines.length;
  });
}
