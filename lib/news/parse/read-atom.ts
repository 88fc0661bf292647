import type { ParsedItem, ParsedSource } from '@/lib/model/parsed-feed';
import { baseOf, resolveUrl } from './bases';
import { elementNames } from './element-names';
import type { FeedContent } from './feed-content';
import { readAnnouncedInterval, readHubs } from './read-announcements';
import { readAtomText } from './read-atom-text';
import { readDate, toItemDates } from './read-dates';
import { alternateLink, isWebAddress, linkByRel, writtenLink } from './read-links';
import { readEnclosures, readImage } from './read-media';
import { readAuthors } from './read-people';
import type { XmlFeed } from './read-xml';
import { attributeOf, childText, childrenOf, firstOf, textOf, type XmlElement } from './xml-element';

const TITLE = elementNames('title');
const ENTRY_TITLE = elementNames('title', 'media:title', 'dc:title');
const SUBTITLE = elementNames('subtitle', 'tagline');
const SUMMARY = elementNames('summary', 'media:description', 'description');
const CONTENT = elementNames('content', 'content:encoded', 'body', 'xhtml:body');
const PUBLISHED = elementNames('published', 'issued', 'created', 'pubdate', 'dc:date', 'dcterms:created');
const UPDATED = elementNames('updated', 'modified', 'dcterms:modified');
const FEED_PUBLISHED = elementNames('published', 'issued', 'created');
const LINK = elementNames('link');
const ID = elementNames('id');
const ENTRY_ID = elementNames('id', 'guid');
const ORIGINAL_LINK = elementNames('feedburner:origlink');
const LANGUAGE = elementNames('language', 'dc:language');
const CATEGORY = elementNames('category', 'dc:subject');
const SOURCE = elementNames('source');

/** Atom 1.0 and 0.3. */
export function readAtom({ channel, items }: XmlFeed, url: string | undefined): FeedContent {
  const base = baseOf(channel, url);
  const links = childrenOf(channel, LINK);
  const authors = readAuthors(channel);
  return {
    id: readId(channel, ID, undefined),
    title: readAtomText(channel, base, TITLE),
    link: alternateLink(links, base) ?? writtenLink(links, base),
    selfLink: linkByRel(links, 'self', base),
    description: readAtomText(channel, base, SUBTITLE),
    language: attributeOf(channel, 'xml:lang') ?? childText(channel, LANGUAGE),
    published: readDate(channel, FEED_PUBLISHED)?.date,
    updated: readDate(channel, UPDATED)?.date,
    announcedIntervalSeconds: readAnnouncedInterval(channel),
    hubs: readHubs(links, base),
    items: items.map((entry) =>
      readEntry(entry, { base: baseOf(entry, base), authors, givenBase: baseOf(channel, undefined) }),
    ),
  };
}

function readEntry(entry: XmlElement, { base, authors: feedAuthors, givenBase }: FeedContext): ParsedItem {
  const guid = readId(entry, ENTRY_ID, givenBase);
  const authors = readAuthors(entry);
  const source = childrenOf(entry, SOURCE)[0];
  const inherited = source === undefined ? feedAuthors : readAuthors(source);
  return {
    guid,
    guidIsPermalink: false,
    link: readLink(entry, guid, base),
    originalLink: childText(entry, ORIGINAL_LINK),
    title: readAtomText(entry, base, ENTRY_TITLE),
    ...toItemDates(readDate(entry, PUBLISHED), readDate(entry, UPDATED)),
    authors: authors.length > 0 ? authors : inherited,
    summary: readAtomText(entry, base, SUMMARY),
    content: readAtomText(entry, base, CONTENT),
    categories: readCategories(entry),
    image: readImage(entry, base),
    enclosures: readEnclosures(entry, base),
    source: source === undefined ? undefined : readSource(source, base),
    language: attributeOf(entry, 'xml:lang'),
  };
}

/**
 * A relative id is completed only by an `xml:base` of the document itself: where it was fetched from may change, and
 * an entry must stay the same one.
 */
function readId(
  parent: XmlElement,
  names: readonly string[],
  givenBase: string | undefined,
): string | undefined {
  const start = baseOf(parent, givenBase);
  return firstOf(childrenOf(parent, names), (element) => {
    const id = textOf(element);
    const base = baseOf(element, start);
    return id === undefined || base === undefined ? id : resolveUrl(id, base);
  });
}

/** An entry without a link may have its content elsewhere, or an id that is an address. */
function readLink(entry: XmlElement, guid: string | undefined, base: string | undefined): string | undefined {
  const links = childrenOf(entry, LINK);
  const alternate = alternateLink(links, base);
  if (alternate !== undefined) return alternate;
  const src = firstOf(childrenOf(entry, CONTENT), (content) => attributeOf(content, 'src'));
  if (src !== undefined) return resolveUrl(src, base);
  return writtenLink(links, base) ?? (isWebAddress(guid) ? guid : undefined);
}

function readCategories(entry: XmlElement): string[] {
  const names = childrenOf(entry, CATEGORY).flatMap(
    (category) => attributeOf(category, 'label') ?? attributeOf(category, 'term') ?? textOf(category) ?? [],
  );
  return [...new Set(names)];
}

function readSource(source: XmlElement, base: string | undefined): ParsedSource | undefined {
  const name = readAtomText(source, base, TITLE);
  const url = alternateLink(childrenOf(source, LINK), baseOf(source, base));
  return name === undefined && url === undefined ? undefined : { name, url };
}

interface FeedContext {
  readonly base: string | undefined;
  readonly authors: readonly string[];
  /** The base that the document itself gives. */
  readonly givenBase: string | undefined;
}
