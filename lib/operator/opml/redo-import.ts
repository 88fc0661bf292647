import { readOpmlImport } from '@/db/queries/opml-imports';
import { restoreImportedFeeds } from '@/db/writes/restore-imported-feeds';

/** Puts the feeds back that an import had added and somebody removed. `undefined` where there is no such import. */
export async function redoImport(id: number, now: Date): Promise<number | undefined> {
  return (await readOpmlImport(id)) ? restoreImportedFeeds(id, now) : undefined;
}
