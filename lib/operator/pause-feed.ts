import { markFeedPaused } from '@/db/writes/mark-feed-paused';
import type { FeedId } from '@/lib/model/ids';
import type { Operator } from './auth';
import { toFeedResult, type FeedResult } from './feed-result';

/** Stops polling a feed until somebody resumes it. */
export async function pauseFeed(id: FeedId, operator: Operator, now: Date): Promise<FeedResult> {
  return toFeedResult(await markFeedPaused(id, `Paused by ${operator.name}.`, now), id);
}
