import Parser from 'rss-parser';
import { elementNames, HANDED_THROUGH, readPrefixes, toHandedName } from './element-names';
import type { FeedRoot } from './recognise-document';
import type { XmlElement } from './xml-element';

const MAX_ELEMENTS = 100_000;
const MAX_DEPTH = 300;
/** Those after them are passed over. */
export const MAX_ITEMS = 1_000;
const ROOT_BASE = /^<[^<>]{0,4000}?\sxml:base\s*=\s*["']\s*([^"'<>]*)/i;

/** The elements of feeds and of their items that the readers of the formats ask for. */
const FIELDS: ReadonlySet<string> = new Set(
  elementNames(
    ...['title', 'dc:title', 'media:title', 'itunes:title'],
    ...['link', 'atom:link', 'url', 'feedburner:origlink', 'guid', 'id'],
    ...['pubdate', 'published', 'issued', 'created', 'updated', 'modified', 'date', 'lastbuilddate'],
    ...['dc:date', 'dc:date.taken', 'dcterms:created', 'dcterms:issued', 'dcterms:modified'],
    ...['atom:published', 'atom:updated', 'ttl', 'sy:updateperiod', 'sy:updatefrequency'],
    ...['author', 'atom:author', 'dc:creator', 'dc:author', 'itunes:author', 'media:credit'],
    ...['description', 'summary', 'atom:summary', 'itunes:summary', 'media:description', 'dc:description'],
    ...['subtitle', 'tagline', 'abstract', 'content', 'content:encoded', 'encoded', 'fullitem'],
    ...['atom:content', 'xhtml:body', 'body', 'xhtml:div', 'category', 'atom:category', 'dc:subject'],
    ...['enclosure', 'image', 'itunes:image', 'media:content', 'media:thumbnail', 'media:group'],
    ...['source', 'atom:source', 'language', 'dc:language'],
  ),
);

/** What rss-parser found: the feed's own elements, and each item's. */
export interface XmlFeed {
  readonly channel: XmlElement;
  readonly items: readonly XmlElement[];
  /** `xml:base` of the root, which rss-parser passes over on its way to the channel. */
  readonly rootBase: string | undefined;
}

/** Not worth reading as a whole, however well it is formed. */
export class TooMuchError extends Error {
  override name = 'TooMuchError';
}

export interface XmlReading {
  readonly root: FeedRoot;
  /** Keeps the order of text and elements within an element; costs about double. */
  readonly keepOrder?: boolean;
  /** Forgives what is not well-formed as a browser would. */
  readonly isLoose?: boolean;
}

/**
 * XML → elements, by rss-parser, which finds the root and walks to the items. It interprets nothing: every element
 * it would read is renamed away from it, for its text snippets take quadratic time and one odd date costs it a feed.
 * A parser of its own for each document: a used one carries state over, and may never answer.
 * @throws {Error} where the document is not well-formed.
 */
export async function readXml(text: string, reading: XmlReading): Promise<XmlFeed> {
  const inChannel = await readAs(text, { ...reading, asRdf: false });
  if (reading.root !== 'rss' || inChannel.items.length > 0 || inChannel.seen === 0) return inChannel;
  // Items beside the channel instead of in it, as RDF has them.
  const beside = await readAs(text, { ...reading, asRdf: true });
  return beside.items.length > inChannel.items.length ? beside : inChannel;
}

async function readAs(
  text: string,
  { root, keepOrder, isLoose, asRdf }: XmlReading & { asRdf: boolean },
): Promise<XmlFeed & { readonly seen: number }> {
  const prefixes = readPrefixes(text, root);
  const names = new Map<string, string>();
  // Filled while the document is read, and asked when it has been: only elements that occur are looked for.
  const fields: CustomField[] = [['$', '$', { keepArray: true }]];
  let elements = 0;
  let seen = 0;

  function learnName(raw: string): string {
    const known = toHandedName(raw, prefixes);
    const name = asRdf && known === 'rss' ? 'rdf:RDF' : known;
    names.set(raw, name);
    if (FIELDS.has(name) && !fields.some(([field]) => field === name)) {
      fields.push([name, name, { keepArray: true }]);
    }
    return name;
  }

  function toName(raw: string): string {
    elements += 1;
    if (elements > MAX_ELEMENTS)
      throw new TooMuchError(`The document has more than ${MAX_ELEMENTS} elements`);
    if (sax.tags.length > MAX_DEPTH)
      throw new TooMuchError(`The document is more than ${MAX_DEPTH} elements deep`);
    const name = names.get(raw) ?? learnName(raw);
    if (name !== 'item' && name !== 'entry') return name;
    seen += 1;
    return seen > MAX_ITEMS ? HANDED_THROUGH + name : name;
  }

  const parser = new Parser<object, object>({
    defaultRSS: 2,
    xml2js: {
      strict: isLoose !== true,
      tagNameProcessors: [toName],
      attrNameProcessors: [toAttributeName],
      ...(keepOrder && ORDERED_OPTIONS),
    },
    // The types know no options for a feed's own fields, the code does.
    customFields: { feed: fields as never[], item: fields },
  });
  const sax = saxOf(parser);
  const { items, ...channel } = await parser.parseString(text);
  return { channel, items: items as XmlElement[], rootBase: ROOT_BASE.exec(text)?.[1], seen };
}

const ORDERED_OPTIONS = {
  explicitChildren: true,
  preserveChildrenOrder: true,
  charsAsChildren: true,
  includeWhiteChars: true,
};

/**
 * The reader at the bottom, which the types of rss-parser do not show. Left alone it goes on to the end of a document
 * after its first error, building an error for each further one: 20 MB of `&` took it 15 s.
 */
function saxOf(parser: Parser<object, object>): SaxReader {
  const { saxParser } = (parser as unknown as { xmlParser: { saxParser: SaxReader } }).xmlParser;
  return Object.assign(saxParser, { onerror: throwError, trackPosition: false });
}

function throwError(error: Error): never {
  throw error;
}

/** Lower case; namespace declarations are hidden, one of them makes rss-parser read podcast elements. */
function toAttributeName(raw: string): string {
  const name = raw.toLowerCase();
  return name.startsWith('xmlns') ? HANDED_THROUGH + name : name;
}

type CustomField = [string, string, { keepArray: boolean }];

interface SaxReader {
  onerror: (error: Error) => void;
  /** Counts lines and columns for error messages: half of the time that a long text takes. */
  trackPosition: boolean;
  /** The elements that are open. */
  readonly tags: readonly unknown[];
}
