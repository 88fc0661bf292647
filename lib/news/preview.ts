import type { TaggedArticle } from '@/lib/model/article';
import type { Source } from '@/lib/model/feed';
import type { FeedLink, ParsedFeed } from '@/lib/model/parsed-feed';
import type { Http } from '@/lib/system/http';
import type { NewsDesk } from './desk';
import { fetchFeed } from './fetch/fetch-feed';
import { normaliseItem } from './normalise/normalise-item';
import { parseFeed } from './parse/parse-feed';

export interface PreviewParts {
  readonly http: Http;
  readonly desk: Pick<NewsDesk, 'tag'>;
  readonly now: Date;
  /** Who publishes it, decided once the feed says what it is: it colours how its words are read. */
  readonly sourceFor: (found: FoundFeed) => Promise<Source>;
}

export interface FoundFeed {
  readonly parsed: ParsedFeed;
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

/** Looks at an address: fetch → parse → normalise → tag. */
export async function previewFeed(url: string, parts: PreviewParts): Promise<FeedLook> {
  const asked = { url, etag: undefined, lastModified: undefined };
  const fetched = await fetchFeed(parts.http, asked, { now: parts.now });
  if (fetched.kind === 'not-modified') return { kind: 'refused', message: 'The site sent nothing (304).' };
  if (fetched.kind !== 'fetched') return { kind: 'refused', message: fetched.message };
  const parsed = await parseFeed(fetched.bytes, { contentType: fetched.contentType, url: fetched.url });
  if (parsed.kind === 'feed') return readFound({ parsed, url: fetched.url, movedTo: fetched.movedTo }, parts);
  if (parsed.feedLinks.length === 0) return { kind: 'refused', message: parsed.message };
  return { kind: 'page', url: fetched.url, message: parsed.message, links: parsed.feedLinks };
}

async function readFound(found: FoundFeed, { desk, now, sourceFor }: PreviewParts): Promise<FeedLook> {
  const source = await sourceFor(found);
  const context = { source, feedUrl: found.url, seenAt: now };
  const results = found.parsed.items.map((item) => normaliseItem(item, context));
  return {
    kind: 'feed',
    ...found,
    source,
    articles: results.flatMap((result) =>
      result.kind === 'article' ? desk.tag(result.article, source) : [],
    ),
    rejected: results.flatMap((result) => (result.kind === 'article' ? [] : result.reason)),
  };
}
