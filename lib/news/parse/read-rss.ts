import type { ParsedItem, ParsedSource } from '@/lib/model/parsed-feed';
import { baseOf, childMarkup, resolveUrl } from './bases';
import { elementNames } from './element-names';
import type { FeedContent } from './feed-content';
import { parseDate } from './parse-date';
import { readAnnouncedInterval, readHubs } from './read-announcements';
import { readDate, toItemDates, type WrittenDate } from './read-dates';
import { alternateLink, isWebAddress, linkByRel, plainLink } from './read-links';
import { readEnclosures, readImage } from './read-media';
import { readAuthors } from './read-people';
import type { XmlFeed } from './read-xml';
import {
  attributeOf,
  childText,
  childrenOf,
  firstOf,
  markupOf,
  textOf,
  type XmlElement,
} from './xml-element';

const TITLE = elementNames('title', 'dc:title', 'media:title', 'itunes:title');
const DESCRIPTION = elementNames(
  'description',
  'summary',
  'atom:summary',
  'itunes:summary',
  'media:description',
  'dc:description',
  'abstract',
);
const CONTENT = elementNames(
  'content:encoded',
  'encoded',
  'atom:content',
  'fullitem',
  'content',
  'xhtml:body',
  'body',
  'xhtml:div',
);
const PUBLISHED = elementNames(
  'pubdate',
  'dc:date',
  'atom:published',
  'published',
  'dcterms:issued',
  'dcterms:created',
  'date',
);
const UPDATED = elementNames('atom:updated', 'updated', 'dcterms:modified', 'modified', 'dc:date.taken');
const FEED_PUBLISHED = elementNames('pubdate', 'dcterms:issued', 'dcterms:created');
const FEED_UPDATED = elementNames('lastbuilddate', 'atom:updated', 'dc:date', 'dcterms:modified');
const LINK = elementNames('link', 'atom:link');
const ATOM_LINK = elementNames('atom:link');
const ADDRESS = elementNames('url');
const GUID = elementNames('guid', 'id');
const LANGUAGE = elementNames('language', 'dc:language');
const ITEM_LANGUAGE = elementNames('dc:language');
const ORIGINAL_LINK = elementNames('feedburner:origlink');
const CATEGORY = elementNames('category', 'atom:category', 'dc:subject');
const SOURCE = elementNames('source', 'atom:source');
const SOURCE_TITLE = elementNames('title', 'atom:title');

/** RSS 0.9x, 1.0 (RDF) and 2.0, with the elements of other vocabularies that stand in them; Microsoft's CDF. */
export function readRss({ channel, items, rootBase }: XmlFeed, url: string | undefined): FeedContent {
  const explicit = baseOf(channel, rootBase);
  const base = explicit ?? url;
  const atomLinks = childrenOf(channel, ATOM_LINK);
  const link = plainLink(channel, base) ?? alternateLink(atomLinks, base) ?? attributeOf(channel, 'href');
  // Without `xml:base` a relative address in an item is meant from the site, wherever the feed is served.
  const itemBase = explicit === undefined && isWebAddress(link) ? link : base;
  return {
    id: attributeOf(channel, 'rdf:about'),
    title: childMarkup(channel, base, TITLE),
    link,
    selfLink: linkByRel(atomLinks, 'self', base),
    description: childMarkup(channel, base, DESCRIPTION),
    language: childText(channel, LANGUAGE),
    published: readDate(channel, FEED_PUBLISHED)?.date,
    updated: (readDate(channel, FEED_UPDATED) ?? readLastModified(channel))?.date,
    announcedIntervalSeconds: readAnnouncedInterval(channel),
    hubs: readHubs(atomLinks, base),
    items: items.map((item) => readItem(item, baseOf(item, itemBase))),
  };
}

function readItem(item: XmlElement, base: string | undefined): ParsedItem {
  const guid = firstOf(childrenOf(item, GUID), (element) => toGuid(element));
  return {
    guid: guid?.text ?? attributeOf(item, 'rdf:about'),
    guidIsPermalink: guid?.isPermalink ?? false,
    link: readLink(item, base) ?? (guid?.isPermalink ? guid.text : undefined),
    originalLink: childText(item, ORIGINAL_LINK),
    title: childMarkup(item, base, TITLE),
    ...toItemDates(readDate(item, PUBLISHED), readDate(item, UPDATED) ?? readLastModified(item)),
    authors: readAuthors(item),
    summary: childMarkup(item, base, DESCRIPTION),
    content: childMarkup(item, base, CONTENT),
    categories: readCategories(item),
    image: readImage(item, base),
    enclosures: readEnclosures(item, base),
    source: readSource(item, base),
    language: childText(item, ITEM_LANGUAGE) ?? attributeOf(item, 'xml:lang'),
  };
}

/** An id is an address too, unless it says that it is none. */
function toGuid(element: XmlElement): { text: string; isPermalink: boolean } | undefined {
  const text = markupOf(element);
  if (text === undefined) return undefined;
  const isDenied = attributeOf(element, 'ispermalink')?.toLowerCase() === 'false';
  return { text, isPermalink: !isDenied && isWebAddress(text) };
}

function readLink(item: XmlElement, base: string | undefined): string | undefined {
  const about = attributeOf(item, 'rdf:about');
  return (
    plainLink(item, base) ??
    alternateLink(childrenOf(item, ATOM_LINK), base) ??
    childText(item, ADDRESS) ??
    attributeOf(item, 'href') ??
    (isWebAddress(about) ? about : undefined)
  );
}

/** CDF keeps the date in an attribute. */
function readLastModified(element: XmlElement): WrittenDate | undefined {
  const text = attributeOf(element, 'lastmod');
  return text === undefined ? undefined : { date: parseDate(text), text };
}

function readCategories(item: XmlElement): string[] {
  const names = childrenOf(item, CATEGORY).flatMap(
    (category) => textOf(category) ?? attributeOf(category, 'label') ?? attributeOf(category, 'term') ?? [],
  );
  return [...new Set(names)];
}

function readSource(item: XmlElement, base: string | undefined): ParsedSource | undefined {
  const element = childrenOf(item, SOURCE)[0];
  if (element === undefined) return undefined;
  const url = attributeOf(element, 'url') ?? alternateLink(childrenOf(element, LINK), base);
  const name = textOf(element) ?? childText(element, SOURCE_TITLE);
  if (name === undefined && url === undefined) return undefined;
  return { name, url: url === undefined ? undefined : resolveUrl(url, base) };
}
