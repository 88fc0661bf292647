import type { ListedFeed } from '@/lib/model/opml-import';

const MAX_LABEL_CHARS = 200;
const MAX_ADDRESS_CHARS = 4_000;
/** Lists that write `url` for the address say so by the type. */
const FEED_TYPE = /^(?:rss|rdf|atom|feed|json)/i;
/** An address whose quote never closed took the next attribute along. */
const NEXT_ATTRIBUTE = /\s[\w:.-]{1,40}=.*$/s;

/** An outline's attributes, names in lower case, as a feed of the list; `undefined` for a folder or a note. */
export function toListedFeed(
  attributes: Readonly<Record<string, string | undefined>>,
  folders: readonly string[],
): ListedFeed | undefined {
  const { xmlurl, feedurl, url, type = '', htmlurl } = attributes;
  const address = xmlurl ?? feedurl ?? (FEED_TYPE.test(type) ? url : undefined);
  if (address === undefined) return undefined;
  return {
    url: toAddress(address),
    title: toLabel(attributes),
    siteUrl: htmlurl === undefined || htmlurl === '' ? undefined : toAddress(htmlurl),
    folder: folders.length === 0 ? undefined : folders.join(' / '),
  };
}

/** What an outline is called, on one line. */
export function toLabel({ title, text }: Labels): string | undefined {
  for (const said of [title, text]) {
    const label = (said ?? '')
      .slice(0, 4 * MAX_LABEL_CHARS)
      .replace(/<\/?[a-z][^<>]*>/gi, ' ')
      .replace(/[\s\u0000-\u001f]+/g, ' ')
      .trim();
    if (label !== '') return [...label].slice(0, MAX_LABEL_CHARS).join('');
  }
  return undefined;
}

/** Escaped twice, `&amp;` still stands in an address after it was read; no address means that. */
function toAddress(said: string): string {
  return said
    .slice(0, MAX_ADDRESS_CHARS)
    .replaceAll('\u0000', '')
    .replaceAll('&amp;', '&')
    .replace(NEXT_ATTRIBUTE, '')
    .trim();
}

interface Labels {
  readonly title?: string | undefined;
  readonly text?: string | undefined;
}
