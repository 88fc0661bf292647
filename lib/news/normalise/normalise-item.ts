import type { Article } from '@/lib/model/article';
import type { Source } from '@/lib/model/feed';
import type { ParsedItem } from '@/lib/model/parsed-feed';
import { toHttpUrl } from '@/lib/core/url';
import { canonicalUrl, cleanUrl } from './canonical-url';
import { detectLanguage } from './detect-language';
import { findAttribution } from './find-attribution';
import { hashArticle } from './hash-text';
import { clip, cutWhole, toKey, toLine, toPlainText } from './plain-text';
import { shapeText } from './shape-text';
import { isCounter } from './unwrap-url';

const MAX_TITLE_CHARS = 300;
const MAX_MADE_TITLE_CHARS = 90;
const MAX_GUID_CHARS = 500;
const MAX_AUTHOR_CHARS = 120;
const MAX_AUTHORS = 3;
const MAX_CATEGORIES = 20;
const MAX_CATEGORY_CHARS = 60;
/** No news of the web is older; such a date is a machine's zero. */
const EARLIEST_CLAIM = new Date('1995-01-01T00:00:00Z');

export type NormalisedItem =
  | { readonly kind: 'article'; readonly article: Article }
  /** Nothing a reader could open or read; the reason is a sentence for the operator. */
  | { readonly kind: 'rejected'; readonly reason: string };

export interface ItemContext {
  readonly source: Source;
  /** Where the feed came from after redirects. */
  readonly feedUrl: string;
  /** First sight, should the item be new. */
  readonly seenAt: Date;
}

/** A feed's item → an article: clean, dated, addressed and hashed, with what says who published it first. */
export function normaliseItem(item: ParsedItem, context: ItemContext): NormalisedItem {
  const { source, seenAt } = context;
  const address = toAddress(item, context.feedUrl);
  if (!address) return rejected('an item has no link that can be opened', item);
  const written = toTitle(item);
  if (written === undefined) return rejected('an item has neither a title nor a text', item);
  const imageUrl = toImageUrl(item, address.url);
  const { tail, lines, ...text } = shapeText(item, { title: written, base: address.url, imageUrl });
  const clues = { url: address.url, source: item.source, tail, lines, title: written, authors: item.authors };
  const attribution = findAttribution(clues, source);
  const title = withoutPublisher(written, [source.name, attribution?.name]);
  return {
    kind: 'article',
    article: {
      guid: toGuid(item.guid) ?? address.canonicalUrl,
      ...address,
      title,
      ...text,
      author: toAuthor(item.authors),
      language: detectLanguage([title, text.dek, text.bodyText].join(' '), languageOf(item, context)),
      categories: toCategories(item.categories),
      ...toClaim(item.date, seenAt),
      firstSeenAt: seenAt,
      ...hashArticle({ title, dek: text.dek, bodyText: text.bodyText }),
      attribution,
    },
  };
}

function rejected(what: string, item: ParsedItem): NormalisedItem {
  const name = toLine(item.title ?? item.guid ?? item.link ?? '');
  return { kind: 'rejected', reason: name === '' ? `${what}.` : `${what}: "${clip(name, 80)}".` };
}

function toAddress(
  item: ParsedItem,
  feedUrl: string,
): { readonly url: string; readonly canonicalUrl: string } | undefined {
  const url = toLink(item, feedUrl);
  const canonical = url === undefined ? undefined : canonicalUrl(url);
  return url === undefined || canonical === undefined ? undefined : { url, canonicalUrl: canonical };
}

/** The publisher's own address before a counter's, which stays where the item has no other. */
function toLink(item: ParsedItem, feedUrl: string): string | undefined {
  const written = [item.originalLink, item.link, item.guidIsPermalink ? item.guid : undefined];
  const links = written.flatMap((link) => (link === undefined ? [] : (cleanUrl(link, feedUrl) ?? [])));
  const [first] = links;
  if (first === undefined || !isCounter(first)) return first;
  // Their guid is mostly the page's address, whether or not it says so.
  const named = /^https?:/i.test(item.guid ?? '') ? cleanUrl(item.guid ?? '') : undefined;
  return [...links, named].find((link) => link !== undefined && !isCounter(link)) ?? first;
}

function toImageUrl(item: ParsedItem, base: string): string | undefined {
  return item.image === undefined ? undefined : toHttpUrl(item.image, base)?.href;
}

/** An item without a title is called by its first words. */
function toTitle(item: ParsedItem): string | undefined {
  const title = toLine(item.title ?? '');
  if (title !== '') return clip(title, MAX_TITLE_CHARS);
  const [opening = ''] = toPlainText(item.summary ?? item.content ?? '').split('\n');
  const [sentence = ''] = opening.split(/(?<=[.!?])\s|(?<=[。！？])/u);
  return toKey(sentence) === '' ? undefined : clip(sentence, MAX_MADE_TITLE_CHARS);
}

/** "… - CoinDesk": search engines' feeds and reposts add the publisher to the title. */
function withoutPublisher(title: string, names: readonly (string | undefined)[]): string {
  const suffix = /^(.{10,}?)\s[-–—|·]\s([^-–—|·]{2,60})$/u.exec(title);
  const isName = names.some((name) => name !== undefined && toKey(suffix?.[2] ?? '') === toKey(name));
  return suffix?.[1] !== undefined && isName ? suffix[1] : title;
}

function toGuid(written: string | undefined): string | undefined {
  const guid = written?.replaceAll('\u0000', '').trim();
  return guid === undefined || guid === '' ? undefined : cutWhole(guid, MAX_GUID_CHARS);
}

/** A claim from the future is set back to first sight; a missing or absurd one stays missing. */
function toClaim(date: Date | undefined, seenAt: Date): Pick<Article, 'claimedAt' | 'claimClamped'> {
  if (date === undefined || date < EARLIEST_CLAIM) return { claimedAt: undefined, claimClamped: false };
  const clamped = date > seenAt;
  return { claimedAt: clamped ? seenAt : date, claimClamped: clamped };
}

/** Names only: an address or an account's name tells a reader nothing. */
function toAuthor(authors: readonly string[]): string | undefined {
  const names = authors
    .map(toLine)
    .filter(
      (name) =>
        name !== '' && !/^https?:|^\S+@\S+$|^(?:admin|administrator|editor|staff|author)$/i.test(name),
    );
  const unique = [...new Set(names)].slice(0, MAX_AUTHORS);
  return unique.length === 0 ? undefined : clip(unique.join(', '), MAX_AUTHOR_CHARS);
}

/** An item's own word counts more than its source's usual language; a whole feed's is often left at a default. */
function languageOf(item: ParsedItem, { source }: ItemContext): string {
  const own = item.language?.trim();
  return own !== undefined && /^[a-z]{2,3}(?:[-_]\w+)*$/i.test(own) ? own : source.language;
}

function toCategories(written: readonly string[]): string[] {
  const names = written.map(toLine).filter((name) => name !== '' && name.length <= MAX_CATEGORY_CHARS);
  const byKey = new Map(names.map((name) => [name.toLowerCase(), name]));
  return [...byKey.values()].slice(0, MAX_CATEGORIES);
}
