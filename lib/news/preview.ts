import type { TaggedArticle } from '@/lib/model/article';
import type { Source } from '@/lib/model/feed';
import type { FeedLink } from '@/lib/model/parsed-feed';
import type { Http } from '@/lib/system/http';
import { fetchFeed } from './fetch/fetch-feed';
import type { FeedFacts, UnreadableFeed } from './read-articles';
import type { Reader } from './reader';

export interface PreviewParts {
  readonly http: Http;
  readonly reader: Pick<Reader, 'read' | 'readFacts'>;
  readonly now: Date;
  /** Who publishes it, decided once the feed says what it is: it colours how its words are read. */
  readonly sourceFor: (found: FoundFeed) => Promise<Source>;
}

export interface FoundFeed {
  readonly facts: FeedFacts;
  /** How many it has, those that cannot be used among them. */
  readonly items: number;
  /** Where it was found, after redirects. */
  readonly url: string;
  readonly movedTo: string | undefined;
}

/** What an address holds, read as the pipeline would read it. Nothing is stored. */
export type FeedLook =
  | (FoundFeed & {
      readonly kind: 'feed';
      readonly source: Source;
      readonly articles: readonly TaggedArticle[];
      /** Why items were left out, one reason each. */
      readonly rejected: readonly string[];
    })
  /** A page for people that names feeds. */
  | {
      readonly kind: 'page';
      readonly url: string;
      readonly message: string;
      readonly links: readonly FeedLink[];
    }
  | { readonly kind: 'refused'; readonly message: string };

/** Looks at an address: fetch → read what it is → decide whose it is → read its items by that. */
export async function previewFeed(url: string, parts: PreviewParts): Promise<FeedLook> {
  const asked = { url, etag: undefined, lastModified: undefined };
  const fetched = await fetchFeed(parts.http, asked, { now: parts.now });
  if (fetched.kind === 'not-modified') return { kind: 'refused', message: 'The site sent nothing (304).' };
  if (fetched.kind !== 'fetched') return { kind: 'refused', message: fetched.message };
  const read = await parts.reader.readFacts(fetched);
  if (read.kind === 'unreadable') return describeUnreadable(read, fetched.url);
  const { facts, items } = read;
  const found = { facts, items, url: fetched.url, movedTo: fetched.movedTo };
  const source = await parts.sourceFor(found);
  const reading = await parts.reader.read({ ...fetched, source, seenAt: parts.now, known: new Set() });
  if (reading.kind === 'unreadable') return describeUnreadable(reading, fetched.url);
  return {
    kind: 'feed',
    ...found,
    source,
    articles: reading.items.flatMap((item) => (item.kind === 'article' ? item.article : [])),
    rejected: reading.items.flatMap((item) => (item.kind === 'rejected' ? item.reason : [])),
  };
}

function describeUnreadable({ message, feedLinks }: UnreadableFeed, url: string): FeedLook {
  if (feedLinks.length === 0) return { kind: 'refused', message };
  return { kind: 'page', url, message, links: feedLinks };
}
