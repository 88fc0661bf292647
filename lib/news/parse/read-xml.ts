import Parser from 'rss-parser';
import { HANDED_THROUGH, readPrefixes, toHandedName } from './element-names';
import type { FeedRoot } from './recognise-document';
import type { XmlElement } from './xml-element';

const MAX_ELEMENTS = 400_000;
/** Those after them are passed over. */
const MAX_ITEMS = 1_000;
const ROOT_BASE = /^<[^<>]{0,4000}?\sxml:base\s*=\s*["']\s*([^"'<>]*)/i;

/** What of a feed and of its items is handed through, by the names of element-names.ts. */
const FEED_FIELDS = [
  'title',
  'dc:title',
  'link',
  'atom:link',
  'description',
  'dc:description',
  'itunes:summary',
  'subtitle',
  'tagline',
  'language',
  'dc:language',
  'author',
  'atom:author',
  'dc:creator',
  'dc:author',
  'managingeditor',
  'itunes:author',
] as const;

const ITEM_FIELDS = [
  'title',
  'media:title',
  'dc:title',
  'itunes:title',
  'link',
  'atom:link',
  'links',
  'url',
  'feedburner:origlink',
  'guid',
  'id',
  'pubdate',
  'published',
  'issued',
  'created',
  'updated',
  'modified',
  'date',
  'dc:date',
  'dc:date.taken',
  'dcterms:created',
  'dcterms:issued',
  'dcterms:modified',
  'atom:published',
  'atom:updated',
  'author',
  'atom:author',
  'dc:creator',
  'dc:author',
  'itunes:author',
  'media:credit',
  'description',
  'summary',
  'atom:summary',
  'itunes:summary',
  'media:description',
  'dc:description',
  'content',
  'content:encoded',
  'encoded',
  'fullitem',
  'atom:content',
  'xhtml:body',
  'body',
  'xhtml:div',
  'category',
  'atom:category',
  'dc:subject',
  'enclosure',
  'image',
  'itunes:image',
  'media:content',
  'media:thumbnail',
  'media:group',
  'source',
  'atom:source',
  'dc:language',
] as const;

/** What rss-parser found: the feed's own elements, and each item's. */
export interface XmlFeed {
  readonly channel: XmlElement;
  readonly items: readonly XmlElement[];
  /** `xml:base` of the root, which rss-parser passes over on its way to the channel. */
  readonly rootBase: string | undefined;
}

/**
 * XML → elements, by rss-parser, which finds the root and walks to the items. It interprets nothing: every element
 * it would read is renamed away from it, for its text snippets take quadratic time and one odd date costs it a feed.
 * A parser of its own for each document: a used one carries state over, and may never answer.
 * @throws {Error} where the document is not well-formed.
 */
export async function readXml(text: string, root: FeedRoot, keepOrder: boolean): Promise<XmlFeed> {
  const inChannel = await readAs(text, { root, keepOrder, asRdf: false });
  if (root !== 'rss' || inChannel.items.length > 0 || inChannel.seen === 0) return inChannel;
  // Items beside the channel instead of in it, as RDF has them.
  const beside = await readAs(text, { root, keepOrder, asRdf: true });
  return beside.items.length > inChannel.items.length ? beside : inChannel;
}

async function readAs(
  text: string,
  { root, keepOrder, asRdf }: { root: FeedRoot; keepOrder: boolean; asRdf: boolean },
): Promise<XmlFeed & { readonly seen: number }> {
  const prefixes = readPrefixes(text, root);
  let elements = 0;
  let seen = 0;
  const toName = (raw: string): string => {
    elements += 1;
    if (elements > MAX_ELEMENTS) throw new Error(`The document has more than ${MAX_ELEMENTS} elements.`);
    const name = toHandedName(raw, prefixes);
    if (name === 'item' || name === 'entry') {
      seen += 1;
      if (seen > MAX_ITEMS) return HANDED_THROUGH + name;
    }
    return asRdf && name === 'rss' ? 'rdf:RDF' : name;
  };
  const parser = new Parser<object, object>({
    defaultRSS: 2,
    xml2js: {
      tagNameProcessors: [toName],
      attrNameProcessors: [toAttributeName],
      ...(keepOrder && ORDERED_OPTIONS),
    },
    // The types know no options for a feed's own fields, the code does.
    customFields: { feed: toCustomFields(FEED_FIELDS) as never[], item: toCustomFields(ITEM_FIELDS) },
  });
  const { items, ...channel } = await parser.parseString(text);
  return { channel, items: items.map((item) => ({ ...item })), rootBase: ROOT_BASE.exec(text)?.[1], seen };
}

const ORDERED_OPTIONS = {
  explicitChildren: true,
  preserveChildrenOrder: true,
  charsAsChildren: true,
  includeWhiteChars: true,
};

/** `$` holds the attributes of the item itself: `rdf:about`, `xml:base`, `xml:lang`. */
function toCustomFields(names: readonly string[]): (string | { keepArray: boolean })[][] {
  return ['$', ...names.map((name) => HANDED_THROUGH + name)].map((name) => [
    name,
    name,
    { keepArray: true },
  ]);
}

/** Lower case; namespace declarations are hidden, one of them makes rss-parser read podcast elements. */
function toAttributeName(raw: string): string {
  const name = raw.toLowerCase();
  return name.startsWith('xmlns') ? HANDED_THROUGH + name : name;
}
