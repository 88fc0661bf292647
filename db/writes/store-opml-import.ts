import { database } from '@/db/client';
import { opmlImportLines, opmlImports } from '@/db/schema/opml';
import type { ListedFeed } from '@/lib/model/opml-import';

/** A statement carries at most 65,535 values. */
const ROWS_AT_ONCE = 2_000;

/** Stores a list with all its lines, each pending. Whatever happens next, none is forgotten. */
export async function storeOpmlImport(
  list: {
    readonly fileName: string;
    readonly title: string | undefined;
    readonly feeds: readonly ListedFeed[];
  },
  now: Date,
): Promise<number> {
  return database().transaction(async (transaction) => {
    const [stored] = await transaction
      .insert(opmlImports)
      .values({ fileName: list.fileName, title: list.title ?? null, createdAt: now })
      .returning({ id: opmlImports.id });
    if (!stored) throw new Error('No import came back.');
    const lines = list.feeds.map((feed, index) => ({
      importId: stored.id,
      position: index + 1,
      url: feed.url,
      title: feed.title ?? null,
      siteUrl: feed.siteUrl ?? null,
      folder: feed.folder ?? null,
    }));
    for (let from = 0; from < lines.length; from += ROWS_AT_ONCE) {
      await transaction.insert(opmlImportLines).values(lines.slice(from, from + ROWS_AT_ONCE));
    }
    return stored.id;
  });
}
