import { markFeedRemoved } from '@/db/writes/mark-feed-removed';
import type { FeedId } from '@/lib/model/ids';
import { toFeedResult, type FeedResult } from './feed-result';

/** Takes a feed out of the catalogue. Its articles stay, and so does the way back. */
export async function removeFeed(id: FeedId, now: Date): Promise<FeedResult> {
  return toFeedResult(await markFeedRemoved(id, now), id);
}
