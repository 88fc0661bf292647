import { and, asc, eq, gt } from 'drizzle-orm';
import { database } from '@/db/client';
import { feeds, sources } from '@/db/schema/feeds';
import { opmlImportLines } from '@/db/schema/opml';
import type { FeedState } from '@/lib/model/feed';
import type { FeedId } from '@/lib/model/ids';
import type { ListedFeed, OpmlLineResult } from '@/lib/model/opml-import';

/** One line of a list and what became of it. */
export interface OpmlLine extends ListedFeed {
  readonly position: number;
  readonly result: OpmlLineResult;
  readonly message: string | undefined;
  /** The feed it is, as it does now. */
  readonly feed:
    | {
        readonly id: FeedId;
        readonly sourceName: string;
        readonly state: FeedState;
        readonly isRemoved: boolean;
      }
    | undefined;
}

export interface OpmlLinesAsked {
  readonly importId: number;
  /** Those with this result alone. */
  readonly result: OpmlLineResult | undefined;
  /** Those after this position. */
  readonly after: number;
  readonly limit: number;
}

/** Lines of an import in the order of the list. */
export async function readOpmlLines(asked: OpmlLinesAsked): Promise<readonly OpmlLine[]> {
  const { importId, result, after, limit } = asked;
  const rows = await database()
    .select()
    .from(opmlImportLines)
    .leftJoin(feeds, eq(feeds.id, opmlImportLines.feedId))
    .leftJoin(sources, eq(sources.id, feeds.sourceId))
    .where(
      and(
        eq(opmlImportLines.importId, importId),
        gt(opmlImportLines.position, after),
        result && eq(opmlImportLines.result, result),
      ),
    )
    .orderBy(asc(opmlImportLines.position))
    .limit(limit);
  return rows.map(({ opml_import_lines: line, feeds: feed, sources: source }) => ({
    position: line.position,
    url: line.url,
    title: line.title ?? undefined,
    siteUrl: line.siteUrl ?? undefined,
    folder: line.folder ?? undefined,
    result: line.result,
    message: line.message ?? undefined,
    feed:
      feed && source
        ? { id: feed.id, sourceName: source.name, state: feed.state, isRemoved: feed.removedAt !== null }
        : undefined,
  }));
}
