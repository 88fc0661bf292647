import { setImmediate } from 'node:timers/promises';
import type { Article } from '@/lib/model/article';
import type { FeedToPoll } from '@/lib/model/feed';
import type { FetchResult } from './fetch/fetch-feed';
import { normaliseItem } from './normalise/normalise-item';
import { parseFeed } from './parse/parse-feed';

/** More than any feed has; what lies behind is older and was seen before. */
const MAX_ITEMS = 500;

export type Reading =
  | {
      readonly kind: 'articles';
      /** Oldest first, so that a story's first report is stored before the next. */
      readonly articles: readonly Article[];
      /** How many items the feed had, those that could not be used among them. */
      readonly items: number;
      /** What was odd about it, in words. */
      readonly message: string | undefined;
    }
  | { readonly kind: 'unreadable'; readonly message: string };

/** Bytes → articles. An item that cannot be used is left out and told; it never costs the others. */
export async function readArticles(
  fetched: Extract<FetchResult, { kind: 'fetched' }>,
  feed: FeedToPoll,
  now: Date,
): Promise<Reading> {
  const parsed = await parseFeed(fetched.bytes, { contentType: fetched.contentType, url: fetched.url });
  if (parsed.kind !== 'feed') return { kind: 'unreadable', message: parsed.message };
  const context = { source: feed.source, feedUrl: fetched.url, seenAt: now };
  const articles: Article[] = [];
  const rejected: string[] = [];
  for (const item of parsed.items.slice(0, MAX_ITEMS)) {
    const normalised = normaliseItem(item, context);
    if (normalised.kind === 'article') articles.push(normalised.article);
    else rejected.push(normalised.reason);
    // Prices and pages must not wait for a long feed.
    await setImmediate();
  }
  articles.sort((a, b) => timeOf(a) - timeOf(b));
  return {
    kind: 'articles',
    articles,
    items: parsed.items.length,
    message: describeOddities(parsed.tier, rejected),
  };
}

function timeOf(article: Article): number {
  return (article.claimedAt ?? article.firstSeenAt).getTime();
}

function describeOddities(tier: string, rejected: readonly string[]): string | undefined {
  const lines = [
    tier === 'repaired' ? 'The feed is not well-formed and was repaired before it was read.' : undefined,
    rejected.length > 0 ? `${rejected.length} items were left out; the first: ${rejected[0]}` : undefined,
  ].filter((line) => line !== undefined);
  return lines.length === 0 ? undefined : lines.join(' ');
}
