import { asc, eq, isNull } from 'drizzle-orm';
import { database } from '@/db/client';
import { feeds, sources } from '@/db/schema/feeds';
import type { SourceKind } from '@/lib/model/feed';

export interface CatalogueEntry {
  readonly url: string;
  readonly sourceName: string;
  readonly siteUrl: string;
  readonly kind: SourceKind;
  readonly language: string;
}

/** Every feed of the catalogue with its source, by the source's name. */
export async function readCatalogue(): Promise<readonly CatalogueEntry[]> {
  return database()
    .select({
      url: feeds.url,
      sourceName: sources.name,
      siteUrl: sources.siteUrl,
      kind: sources.kind,
      language: sources.language,
    })
    .from(feeds)
    .innerJoin(sources, eq(sources.id, feeds.sourceId))
    .where(isNull(feeds.removedAt))
    .orderBy(asc(sources.name), asc(feeds.url));
}
