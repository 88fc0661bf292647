import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import type { FeedState, FeedToPoll } from '@/lib/model/feed';
import type { FetchResult } from './fetch/fetch-feed';

/** However long a feed has been failing, it is asked again at least this often. */
const MAX_BACK_OFF_MS = HOUR_MS;
const MAX_DOUBLINGS = 12;
/** A network that comes back is noticed soon: the first waits, however rarely the feed is asked otherwise. */
const FIRST_WAITS_MS = [1, 2, 5, 15, 30].map((minutes) => minutes * MINUTE_MS);
/** Polls are spread by up to this share so that feeds with one rhythm do not march in step. */
const JITTER = 0.1;

export interface NextPoll {
  readonly state: FeedState;
  readonly failures: number;
  readonly nextPollAt: Date;
}

/**
 * When to ask a feed again: at its interval while it is well, later and later while it fails, never "no more".
 * A site's own Retry-After is obeyed to the second.
 * @param jitter 0 to 1, a random number.
 */
export function planNextPoll(
  feed: Pick<FeedToPoll, 'intervalSeconds' | 'failures'>,
  outcome: Pick<FetchResult, 'kind'> & { readonly retryAfterMs?: number | undefined },
  { now, jitter }: { readonly now: Date; readonly jitter: number },
): NextPoll {
  const intervalMs = feed.intervalSeconds * SECOND_MS;
  const at = (ms: number) => new Date(now.getTime() + ms * (1 + JITTER * jitter));
  if (outcome.kind === 'fetched' || outcome.kind === 'not-modified') {
    return { state: 'well', failures: 0, nextPollAt: at(intervalMs) };
  }
  const failures = feed.failures + 1;
  const doubledMs = Math.min(
    intervalMs * 2 ** Math.min(failures, MAX_DOUBLINGS),
    Math.max(intervalMs, MAX_BACK_OFF_MS),
  );
  // A site that asks for rest gets it; one that merely could not be reached is tried sooner at first.
  const firstMs = outcome.kind === 'failed' ? FIRST_WAITS_MS[failures - 1] : undefined;
  const waitMs = Math.max(Math.min(doubledMs, firstMs ?? doubledMs), outcome.retryAfterMs ?? 0);
  return { state: outcome.kind === 'gone' ? 'dead' : 'ill', failures, nextPollAt: at(waitMs) };
}
