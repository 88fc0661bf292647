import { isUtf8 } from 'node:buffer';
import type { ParsedItem, ParsedSource } from '@/lib/model/parsed-feed';
import { baseOf, markupWithBase, resolveUrl } from './bases';
import { parseDate } from './parse-date';
import { alternateLink, linkByRel } from './read-links';
import { readEnclosures, readImage } from './read-media';
import { readAuthors } from './read-people';
import type { FeedContent } from './read-rss';
import type { XmlFeed } from './read-xml';
import { attributeOf, childText, childrenOf, firstOf, textOf, type XmlElement } from './xml-element';

const WEB_ADDRESS = /^https?:\/\/\S+$/i;

/** Atom 1.0 and 0.3. */
export function readAtom({ channel, items }: XmlFeed, url: string | undefined): FeedContent {
  const base = baseOf(channel, url);
  const links = childrenOf(channel, 'link');
  const authors = readAuthors(channel);
  return {
    title: readText(channel, base, ['title']),
    link: alternateLink(links, base),
    selfLink: linkByRel(links, 'self', base),
    description: readText(channel, base, ['subtitle', 'tagline']),
    language: attributeOf(channel, 'xml:lang') ?? childText(channel, 'language', 'dc:language'),
    items: items.map((entry) => readEntry(entry, baseOf(entry, base), authors)),
  };
}

function readEntry(entry: XmlElement, base: string | undefined, feedAuthors: readonly string[]): ParsedItem {
  const guid = childText(entry, 'id', 'guid');
  const authors = readAuthors(entry);
  const source = childrenOf(entry, 'source')[0];
  const inherited = source === undefined ? feedAuthors : readAuthors(source);
  return {
    guid,
    guidIsPermalink: false,
    link: readLink(entry, guid, base),
    originalLink: childText(entry, 'feedburner:origlink'),
    title: readText(entry, base, ['title', 'media:title', 'dc:title']),
    ...readDates(entry),
    authors: authors.length > 0 ? authors : inherited,
    summary: readText(entry, base, ['summary', 'media:description', 'description']),
    content: readText(entry, base, ['content', 'content:encoded', 'body', 'xhtml:body']),
    categories: readCategories(entry),
    image: readImage(entry, base),
    enclosures: readEnclosures(entry, base),
    source: source === undefined ? undefined : readSource(source, base),
    language: attributeOf(entry, 'xml:lang'),
  };
}

/** An entry without a link may have its content elsewhere, or an id that is an address. */
function readLink(entry: XmlElement, guid: string | undefined, base: string | undefined): string | undefined {
  const alternate = alternateLink(childrenOf(entry, 'link'), base);
  if (alternate !== undefined) return alternate;
  const src = firstOf(childrenOf(entry, 'content'), (content) => attributeOf(content, 'src'));
  if (src !== undefined) return resolveUrl(src, base);
  const written = firstOf(childrenOf(entry, 'link'), textOf);
  if (written !== undefined) return resolveUrl(written, base);
  return guid !== undefined && WEB_ADDRESS.test(guid) ? guid : undefined;
}

function readDates(entry: XmlElement): Pick<ParsedItem, 'date' | 'dateText' | 'updated'> {
  const published = childText(
    entry,
    'published',
    'issued',
    'created',
    'pubdate',
    'dc:date',
    'dcterms:created',
  );
  const changed = childText(entry, 'updated', 'modified', 'dcterms:modified');
  const updated = changed === undefined ? undefined : parseDate(changed);
  const date = published === undefined ? undefined : parseDate(published);
  return { date: date ?? updated, dateText: date ? published : (changed ?? published), updated };
}

/** A text construct as HTML, by its `type` (Atom 1.0) or `mode` (Atom 0.3). */
function readText(
  parent: XmlElement,
  base: string | undefined,
  names: readonly string[],
): string | undefined {
  return firstOf(childrenOf(parent, ...names), (element) => toHtml(element, base));
}

function toHtml(element: XmlElement, base: string | undefined): string | undefined {
  const markup = markupWithBase(element, base);
  if (markup === undefined) return undefined;
  const type = attributeOf(element, 'type')?.toLowerCase();
  if (attributeOf(element, 'mode') === 'base64' || isPackedType(type)) return unpack(markup);
  return markup;
}

function isPackedType(type: string | undefined): boolean {
  return type !== undefined && /^[\w.-]+\/[\w.+-]+$/.test(type) && !/^text\/|xml$|html/.test(type);
}

/** Base64 of a text, where it is one. */
function unpack(text: string): string {
  const packed = text.replace(/\s+/g, '');
  if (packed.length % 4 !== 0 || !/^[A-Za-z0-9+/]+=*$/.test(packed)) return text;
  const bytes = Buffer.from(packed, 'base64');
  return isUtf8(bytes) ? bytes.toString('utf8').trim() : text;
}

function readCategories(entry: XmlElement): string[] {
  const names = childrenOf(entry, 'category', 'dc:subject').flatMap((category) => {
    const term = attributeOf(category, 'term');
    const label = attributeOf(category, 'label');
    return label ?? term ?? textOf(category) ?? [];
  });
  return [...new Set(names)];
}

function readSource(source: XmlElement, base: string | undefined): ParsedSource | undefined {
  const name = readText(source, base, ['title']);
  const url = alternateLink(childrenOf(source, 'link'), baseOf(source, base));
  return name === undefined && url === undefined ? undefined : { name, url };
}
