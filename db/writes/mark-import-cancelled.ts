import { and, eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { opmlImportLines, opmlImports } from '@/db/schema/opml';

const MESSAGE = 'The import was cancelled before its turn.';

/** Ends a running import where it stands: what waits is cancelled, what was added stays. */
export async function markImportCancelled(importId: number, now: Date): Promise<boolean> {
  return database().transaction(async (transaction) => {
    const [changed] = await transaction
      .update(opmlImports)
      .set({ state: 'cancelled', finishedAt: now })
      .where(and(eq(opmlImports.id, importId), eq(opmlImports.state, 'running')))
      .returning({ id: opmlImports.id });
    if (!changed) return false;
    await transaction
      .update(opmlImportLines)
      .set({ result: 'cancelled', message: MESSAGE })
      .where(and(eq(opmlImportLines.importId, importId), eq(opmlImportLines.result, 'pending')));
    return true;
  });
}
