import type { Article } from '@/lib/model/article';
import type { Source } from '@/lib/model/feed';
import type { SourceId } from '@/lib/model/ids';
import type { ParsedItem } from '@/lib/model/parsed-feed';
import { normaliseItem, type NormalisedItem } from './normalise-item';

export const SEEN_AT = new Date('2026-11-23T12:00:00Z');
export const SOURCE: Source = {
  id: 'harbour-post' as SourceId,
  name: 'Harbour Post',
  siteUrl: 'https://www.harbour.example/',
  language: 'en',
  country: undefined,
  kind: 'newsroom',
  cryptoOnly: true,
};
const ITEM: ParsedItem = {
  guid: 'hp-1', guidIsPermalink: false, link: 'https://www.harbour.example/a?utm_source=rss', originalLink: undefined,
  title: 'Harbour opens', date: new Date('2026-11-23T11:00:00Z'), dateText: undefined, updated: undefined, authors: [],
  summary: undefined, content: undefined, categories: [], image: undefined, enclosures: [], source: undefined, language: undefined,
}; // prettier-ignore
export const LEDE =
  'The harbour opened its gates on Monday after the longest closure that its operators can remember.';
export const REST = Array.from(
  { length: 6 },
  (_, index) => `<p>Paragraph ${index} tells of ships, cranes and the tide.</p>`,
).join('');

/** An item of the Harbour Post with these changes, normalised. */
export function normalise(item: Partial<ParsedItem>, source = SOURCE): NormalisedItem {
  return normaliseItem(
    { ...ITEM, ...item },
    { source, feedUrl: 'https://www.harbour.example/feed', seenAt: SEEN_AT },
  );
}

/** The same, where it must be an article. */
export function read(item: Partial<ParsedItem>, source = SOURCE): Article {
  const result = normalise(item, source);
  if (result.kind === 'rejected') throw new Error(result.reason);
  return result.article;
}
