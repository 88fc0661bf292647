import { markFeedRestored } from '@/db/writes/mark-feed-restored';
import type { FeedId } from '@/lib/model/ids';
import { toFeedResult, type FeedResult } from './feed-result';

/** Undoes a removal. `taken`: the address was added again meanwhile, so it is in the catalogue already. */
export async function restoreFeed(id: FeedId, now: Date): Promise<FeedResult | { readonly kind: 'taken' }> {
  const outcome = await markFeedRestored(id, now);
  return outcome === 'taken' ? { kind: 'taken' } : toFeedResult(outcome === 'restored', id);
}
