import { markFeedPaused } from '@/db/writes/mark-feed-paused';
import type { FeedId } from '@/lib/model/ids';
import { toFeedResult, type FeedResult } from './feed-result';

/** Stands on the public status page, so it names nobody. */
const REASON = 'Paused by an operator.';

/** Stops polling a feed until somebody resumes it. */
export async function pauseFeed(id: FeedId, now: Date): Promise<FeedResult> {
  return toFeedResult(await markFeedPaused(id, REASON, now), id);
}
