import { markFeedResumed } from '@/db/writes/mark-feed-resumed';
import type { FeedId } from '@/lib/model/ids';
import { toFeedResult, type FeedResult } from './feed-result';

/** Has a paused feed, or one that was gone for good, polled again from now on. */
export async function resumeFeed(id: FeedId, now: Date): Promise<FeedResult> {
  return toFeedResult(await markFeedResumed(id, now), id);
}
