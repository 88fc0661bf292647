import { count, desc, eq, inArray } from 'drizzle-orm';
import { database } from '@/db/client';
import { opmlImportLines, opmlImports } from '@/db/schema/opml';
import type { OpmlImportState, OpmlLineResult } from '@/lib/model/opml-import';

/** A list that was brought, and how far it has come. */
export interface OpmlImport {
  readonly id: number;
  readonly fileName: string;
  readonly title: string | undefined;
  readonly state: OpmlImportState;
  readonly createdAt: Date;
  readonly finishedAt: Date | undefined;
  readonly counts: Readonly<Record<OpmlLineResult, number>>;
  /** Lines of the list. */
  readonly lines: number;
}

/** The lists that were brought, the newest first. */
export async function readOpmlImports(limit: number): Promise<readonly OpmlImport[]> {
  const rows = await database().select().from(opmlImports).orderBy(desc(opmlImports.id)).limit(limit);
  return withCounts(rows);
}

export async function readOpmlImport(id: number): Promise<OpmlImport | undefined> {
  const rows = await database().select().from(opmlImports).where(eq(opmlImports.id, id));
  return (await withCounts(rows))[0];
}

async function withCounts(rows: readonly Row[]): Promise<readonly OpmlImport[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const counted = await database()
    .select({ importId: opmlImportLines.importId, result: opmlImportLines.result, lines: count() })
    .from(opmlImportLines)
    .where(inArray(opmlImportLines.importId, ids))
    .groupBy(opmlImportLines.importId, opmlImportLines.result);
  return rows.map((row) => {
    const own = counted.filter(({ importId }) => importId === row.id);
    const counts = { pending: 0, added: 0, known: 0, merged: 0, refused: 0, cancelled: 0 };
    for (const { result, lines } of own) counts[result] = lines;
    const lines = own.reduce((sum, each) => sum + each.lines, 0);
    return { ...row, title: row.title ?? undefined, finishedAt: row.finishedAt ?? undefined, counts, lines };
  });
}

type Row = typeof opmlImports.$inferSelect;
