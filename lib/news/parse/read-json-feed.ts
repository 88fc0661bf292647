import { z } from 'zod';
import type { ParsedItem } from '@/lib/model/parsed-feed';
import { escapeXmlText } from './escape-xml';
import { parseDate } from './parse-date';
import { resolveUrl } from './bases';
import type { FeedContent } from './read-rss';

const VERSION = /^(?:https?:\/\/(?:www\.)?jsonfeed\.org\/version\/)?1(?:\.\d)?$/i;

/** One odd field never costs the item, one odd item never the feed: what does not fit is missing. */
const text = z
  .string()
  .transform((value) => value.trim() || undefined)
  .optional()
  .catch(undefined);
const person = z.object({ name: text, url: text });
const people = z.array(person.catch({ name: undefined, url: undefined })).catch([]);

const item = z.object({
  id: z
    .union([z.string(), z.number().transform(String)])
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
  tags: z.array(text).catch([]),
  language: text,
  attachments: z
    .array(z.object({ url: text, mime_type: text, size_in_bytes: z.number().optional().catch(undefined) }))
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
  const items = data.items.flatMap((candidate) => {
    const read = item.safeParse(candidate);
    return read.success ? [toItem(read.data, base, feedAuthors)] : [];
  });
  return {
    title: data.title,
    link: data.home_page_url,
    selfLink: data.feed_url,
    description: data.description,
    language: data.language,
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
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}
