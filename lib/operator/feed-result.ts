import { readFeed } from '@/db/queries/feeds';
import type { FeedId } from '@/lib/model/ids';

/** What a verb on one feed came to. `missing`: it is not there, or not in a state that allows it. */
export type FeedResult = { readonly kind: 'done'; readonly feed: NamedFeed } | { readonly kind: 'missing' };

/** A feed as a sentence names it. */
export interface NamedFeed {
  readonly id: FeedId;
  readonly url: string;
  readonly sourceName: string;
}

/** `done` with the feed's name where the change took place. */
export async function toFeedResult(changed: boolean, id: FeedId): Promise<FeedResult> {
  const feed = changed ? await readFeed(id) : undefined;
  return feed
    ? { kind: 'done', feed: { id: feed.id, url: feed.url, sourceName: feed.sourceName } }
    : { kind: 'missing' };
}
