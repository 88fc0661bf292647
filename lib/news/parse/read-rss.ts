import type { ParsedItem, ParsedSource } from '@/lib/model/parsed-feed';
import { baseOf, childMarkup, resolveUrl } from './bases';
import { parseDate } from './parse-date';
import { alternateLink, linkByRel, plainLink } from './read-links';
import { readEnclosures, readImage } from './read-media';
import { readAuthors } from './read-people';
import type { XmlFeed } from './read-xml';
import { attributeOf, childText, childrenOf, firstOf, textOf, type XmlElement } from './xml-element';

const WEB_ADDRESS = /^https?:\/\/\S+$/i;

const TITLES = ['title', 'dc:title', 'media:title', 'itunes:title'];
const DESCRIPTIONS = [
  'description',
  'summary',
  'atom:summary',
  'itunes:summary',
  'media:description',
  'dc:description',
];
const CONTENTS = [
  'content:encoded',
  'encoded',
  'atom:content',
  'fullitem',
  'content',
  'xhtml:body',
  'body',
  'xhtml:div',
];

/** RSS 0.9x, 1.0 (RDF) and 2.0, with the elements of other vocabularies that stand in them. */
export function readRss({ channel, items, rootBase }: XmlFeed, url: string | undefined): FeedContent {
  const explicit = baseOf(channel, rootBase);
  const base = explicit ?? url;
  const atomLinks = childrenOf(channel, 'atom:link');
  const link = plainLink(channel, base) ?? alternateLink(atomLinks, base);
  // Without `xml:base` a relative address in an item is meant from the site, wherever the feed is served.
  const itemBase = explicit === undefined && link !== undefined && WEB_ADDRESS.test(link) ? link : base;
  return {
    title: childMarkup(channel, base, TITLES),
    link,
    selfLink: linkByRel(atomLinks, 'self', base),
    description: childMarkup(channel, base, DESCRIPTIONS),
    language: childText(channel, 'language', 'dc:language'),
    items: items.map((item) => readItem(item, baseOf(item, itemBase))),
  };
}

function readItem(item: XmlElement, base: string | undefined): ParsedItem {
  const guidElement = childrenOf(item, 'guid', 'id')[0];
  const guid = guidElement === undefined ? undefined : textOf(guidElement);
  const isPermalink = guidElement !== undefined && isPermalinkGuid(guidElement, guid);
  const dates = readDates(item);
  return {
    guid: guid ?? attributeOf(item, 'rdf:about'),
    guidIsPermalink: isPermalink,
    link: readLink(item, base) ?? (isPermalink ? guid : undefined),
    originalLink: childText(item, 'feedburner:origlink'),
    title: childMarkup(item, base, TITLES),
    ...dates,
    authors: readAuthors(item),
    summary: childMarkup(item, base, DESCRIPTIONS),
    content: childMarkup(item, base, CONTENTS),
    categories: readCategories(item),
    image: readImage(item, base),
    enclosures: readEnclosures(item, base),
    source: readSource(item, base),
    language: childText(item, 'dc:language') ?? attributeOf(item, 'xml:lang'),
  };
}

function readLink(item: XmlElement, base: string | undefined): string | undefined {
  const about = attributeOf(item, 'rdf:about');
  return (
    plainLink(item, base) ??
    alternateLink(childrenOf(item, 'atom:link'), base) ??
    childText(item, 'url') ??
    (about !== undefined && WEB_ADDRESS.test(about) ? about : undefined)
  );
}

function isPermalinkGuid(element: XmlElement, guid: string | undefined): boolean {
  return attributeOf(element, 'ispermalink')?.toLowerCase() !== 'false' && WEB_ADDRESS.test(guid ?? '');
}

const PUBLISHED = [
  'pubdate',
  'dc:date',
  'atom:published',
  'published',
  'dcterms:issued',
  'dcterms:created',
  'date',
];
const CHANGED = ['atom:updated', 'updated', 'dcterms:modified', 'modified', 'dc:date.taken'];

function readDates(item: XmlElement): Pick<ParsedItem, 'date' | 'dateText' | 'updated'> {
  const written = childrenOf(item, ...PUBLISHED, ...CHANGED).flatMap((element) => textOf(element) ?? []);
  const readable = written.find((text) => parseDate(text) !== undefined);
  const changed = firstOf(childrenOf(item, ...CHANGED), textOf);
  return {
    date: readable === undefined ? undefined : parseDate(readable),
    dateText: readable ?? written[0],
    updated: changed === undefined ? undefined : parseDate(changed),
  };
}

function readCategories(item: XmlElement): string[] {
  const names = childrenOf(item, 'category', 'atom:category', 'dc:subject').flatMap(
    (category) => textOf(category) ?? attributeOf(category, 'label') ?? attributeOf(category, 'term') ?? [],
  );
  return [...new Set(names)];
}

function readSource(item: XmlElement, base: string | undefined): ParsedSource | undefined {
  const element = childrenOf(item, 'source', 'atom:source')[0];
  if (element === undefined) return undefined;
  const url = attributeOf(element, 'url') ?? alternateLink(childrenOf(element, 'link', 'atom:link'), base);
  const name = textOf(element) ?? childText(element, 'title', 'atom:title');
  if (name === undefined && url === undefined) return undefined;
  return { name, url: url === undefined ? undefined : resolveUrl(url, base) };
}

/** What the formats' readers find; how it was found is added by who called them. */
export interface FeedContent {
  readonly title: string | undefined;
  readonly link: string | undefined;
  readonly selfLink: string | undefined;
  readonly description: string | undefined;
  readonly language: string | undefined;
  readonly items: readonly ParsedItem[];
}
