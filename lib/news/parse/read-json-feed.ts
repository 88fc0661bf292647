import { z } from 'zod';
import type { ParsedItem } from '@/lib/model/parsed-feed';
import { cleanCharacters } from './clean-characters';
import { escapeXmlText } from './escape-xml';
import { parseDate } from './parse-date';
import { resolveUrl } from './bases';
import type { FeedContent } from './feed-content';
import { MAX_ITEMS } from './read-xml';
import { toHubs } from './read-announcements';

/** Objects and lists in one document; a thousand items have some ten each. */
const MAX_VALUES = 100_000;
const OPENING_BRACE = 0x7b;
const OPENING_BRACKET = 0x5b;
const VERSION = /^(?:https?:\/\/(?:www\.)?jsonfeed\.org\/version\/)?1(?:\.\d)?$/i;

/** One odd field never costs the item, one odd item never the feed: what does not fit is missing. */
const text = z
  .string()
  .transform((value) => cleanCharacters(value).trim() || undefined)
  .optional()
  .catch(undefined);
const person = z.object({ name: text, url: text });
const people = z
  .array(person.catch({ name: undefined, url: undefined }))
  .default([])
  .catch([]);

const item = z.object({
  id: z
    .union([z.string().transform(cleanCharacters), z.number().transform(String)])
    .optional()
    .catch(undefined),
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  image: text,
  banner_image: text,
  date_published: text,
  date_modified: text,
  author: person.optional().catch(undefined),
  authors: people,
  tags: z.array(text).default([]).catch([]),
  language: text,
  attachments: z
    .array(z.object({ url: text, mime_type: text, size_in_bytes: z.number().optional().catch(undefined) }))
    .default([])
    .catch([]),
});

const feed = z.object({
  version: text,
  title: text,
  home_page_url: text,
  feed_url: text,
  description: text,
  language: text,
  author: person.optional().catch(undefined),
  authors: people,
  hubs: z
    .array(z.object({ type: text, url: text }).catch({ type: undefined, url: undefined }))
    .default([])
    .catch([]),
  items: z.array(z.unknown()),
});

type JsonItem = z.infer<typeof item>;
type Person = z.infer<typeof person>;

/** JSON Feed 1.0 and 1.1; `undefined` for any other JSON. */
export function readJsonFeed(source: string, url: string | undefined): FeedContent | undefined {
  const parsed = feed.safeParse(parseJson(source));
  if (!parsed.success) return undefined;
  const { data } = parsed;
  if (!VERSION.test(data.version ?? '') && data.feed_url === undefined) return undefined;
  const base = data.home_page_url ?? url;
  const feedAuthors = namesOf(data.authors, data.author);
  const items = data.items.slice(0, MAX_ITEMS).flatMap((candidate) => {
    const read = item.safeParse(candidate);
    return read.success ? [toItem(read.data, base, feedAuthors)] : [];
  });
  return {
    id: undefined,
    title: data.title,
    link: data.home_page_url,
    selfLink: data.feed_url,
    description: data.description,
    language: data.language,
    published: undefined,
    updated: undefined,
    announcedIntervalSeconds: undefined,
    hubs: toHubs(data.hubs.flatMap((hub) => (/^rsscloud$/i.test(hub.type ?? '') ? [] : (hub.url ?? [])))),
    items,
  };
}

function toItem(json: JsonItem, base: string | undefined, feedAuthors: readonly string[]): ParsedItem {
  const authors = namesOf(json.authors, json.author);
  return {
    guid: json.id,
    guidIsPermalink: false,
    link: toAddress(json.url ?? json.external_url, base),
    originalLink: undefined,
    title: json.title,
    ...toDates(json),
    authors: authors.length > 0 ? authors : feedAuthors,
    summary: json.summary,
    content: json.content_html ?? (json.content_text && escapeXmlText(json.content_text)),
    categories: json.tags.flatMap((tag) => tag ?? []),
    image: toAddress(json.image ?? json.banner_image, base),
    enclosures: json.attachments.flatMap(({ url, mime_type, size_in_bytes }) =>
      url === undefined ? [] : [{ url: resolveUrl(url, base), type: mime_type, length: size_in_bytes }],
    ),
    source: undefined,
    language: json.language,
  };
}

function toAddress(written: string | undefined, base: string | undefined): string | undefined {
  return written === undefined ? undefined : resolveUrl(written, base);
}

function toDates(json: JsonItem): Pick<ParsedItem, 'date' | 'dateText' | 'updated'> {
  const published = parseDate(json.date_published ?? '');
  const updated = parseDate(json.date_modified ?? '');
  return { date: published ?? updated, dateText: json.date_published ?? json.date_modified, updated };
}

function namesOf(authors: readonly Person[], single: Person | undefined): string[] {
  const all = authors.length > 0 ? authors : single ? [single] : [];
  return all.flatMap(({ name }) => name ?? []);
}

function parseJson(source: string): unknown {
  if (!isWithinReason(source)) return undefined;
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

/** Each becomes an object at once, out of reach of the memory limit of a thread: too many would end the process. */
function isWithinReason(source: string): boolean {
  let opened = 0;
  for (let at = 0; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code === OPENING_BRACE || code === OPENING_BRACKET) opened += 1;
    if (opened > MAX_VALUES) return false;
  }
  return true;
}
