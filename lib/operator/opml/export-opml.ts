import { generateOpml } from 'feedsmith';
import { readCatalogue, type CatalogueEntry } from '@/db/queries/catalogue';
import { SOURCE_KINDS, type SourceKind } from '@/lib/model/feed';

const FOLDERS: Readonly<Record<SourceKind, string>> = {
  newsroom: 'Newsrooms',
  aggregator: 'Aggregators',
  official: 'Official voices',
};

/** The catalogue as an OPML document any reader understands, a folder for each kind of source. */
export async function exportOpml(now: Date): Promise<string> {
  const entries = await readCatalogue();
  const outlines = SOURCE_KINDS.flatMap((kind) => {
    const own = entries.filter((entry) => entry.kind === kind);
    return own.length === 0
      ? []
      : [{ text: FOLDERS[kind], title: FOLDERS[kind], outlines: own.map(toOutline) }];
  });
  // An empty catalogue is still a list, which the generator does not think.
  const body = { outlines: outlines.length === 0 ? [{ text: FOLDERS.newsroom }] : outlines };
  return generateOpml({ head: { title: 'Feeds of this Tapewire desk', dateCreated: now }, body });
}

function toOutline({ url, sourceName, siteUrl, language }: CatalogueEntry) {
  return { type: 'rss', text: sourceName, title: sourceName, xmlUrl: url, htmlUrl: siteUrl, language };
}
