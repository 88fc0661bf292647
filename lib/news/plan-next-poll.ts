import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import type { FeedState, FeedToPoll } from '@/lib/model/feed';
import type { NextPoll } from '@/lib/model/fetch-record';
import type { Rhythm } from '@/lib/model/rhythm';
import { learntWait } from './learnt-wait';
import type { PollEnd } from './poll';

/** Until a few articles have shown a rhythm. */
const FIRST_INTERVAL_MS = 5 * MINUTE_MS;
/** A feed in which nothing has ever stood. */
const BARREN_AFTER_MS = 14 * DAY_MS;
const BARREN_INTERVAL_MS = HOUR_MS;
/** A hub tells of news; polling only makes sure. */
const PUSHED_INTERVAL_MS = HOUR_MS;
const MAX_INTERVAL_MS = 6 * HOUR_MS;
/**
 * A site's wish is obeyed up to here: `<ttl>` and `sy:updatePeriod` are mostly a template's defaults (an hour in
 * every WordPress, a week in some), and whoever wrote the template did not have a news desk in mind.
 */
const MAX_OBEYED_WISH_MS = HOUR_MS;
/** Where an unchanged feed costs the site no body, since it answers 304. */
const MAX_OBEYED_WISH_IF_CHEAP_MS = 10 * MINUTE_MS;
/** However long a feed has been failing, it is asked again at least this often. */
const MAX_BACK_OFF_MS = 6 * HOUR_MS;
/** Where no site answered, it may be our own network: it costs nobody anything to try. */
const MAX_BACK_OFF_UNREACHED_MS = 30 * MINUTE_MS;
const MAX_DOUBLINGS = 16;
/** A network that comes back is noticed soon: the first waits, however rarely the feed is asked otherwise. */
const FIRST_WAITS_MS = [1, 2, 5, 15, 30].map((minutes) => minutes * MINUTE_MS);
/** Polls are spread by up to this share so that feeds with one rhythm do not march in step. */
const JITTER = 0.1;
const MAX_JITTER_MS = 5 * MINUTE_MS;
const MAX_INTERVAL_SECONDS = DAY_MS / SECOND_MS;

/** What a plan is made of, after the poll has been judged. */
export interface PlanInput {
  readonly feed: Pick<FeedToPoll, 'fixedIntervalSeconds' | 'isPushed' | 'createdAt'>;
  readonly rhythm: Rhythm | undefined;
  readonly announcedIntervalSeconds: number | undefined;
  /** The site answers what has not changed without a body. */
  readonly isCheap: boolean;
  readonly end: PollEnd;
  readonly state: FeedState;
  /** Those in a row, this one included. */
  readonly failures: number;
  /** Some server gave an answer, be it a refusal. */
  readonly isReached: boolean;
  readonly retryAfterMs: number | undefined;
}

/**
 * When to ask a feed again and why then: as its rhythm suggests and its site allows while it is well, later and
 * later while it fails, never "no more". A site's own Retry-After is obeyed to the second.
 * @param jitter 0 to 1, a random number.
 */
export function planNextPoll(
  input: PlanInput,
  { now, jitter }: { readonly now: Date; readonly jitter: number },
): NextPoll {
  const usual = planInterval(input, now);
  const { waitMs, words } = input.failures === 0 ? usual : planRetry(input, usual.waitMs);
  const spreadMs = Math.min(waitMs * JITTER, MAX_JITTER_MS) * jitter;
  return {
    nextPollAt: new Date(now.getTime() + waitMs + spreadMs),
    pollReason: words,
    intervalSeconds: Math.min(MAX_INTERVAL_SECONDS, Math.round(usual.waitMs / SECOND_MS)),
  };
}

function planInterval(input: PlanInput, now: Date): Plan {
  const { feed } = input;
  const wish = toWish(input);
  if (feed.fixedIntervalSeconds !== undefined) {
    const waitMs = feed.fixedIntervalSeconds * SECOND_MS;
    const against = waitMs < (wish?.askedMs ?? 0) ? `, though its site asks for ${span(wish?.askedMs)}` : '';
    return { waitMs, words: `set to be asked every ${span(waitMs)}${against}` };
  }
  const own = planByRhythm(input, now);
  if (wish && wish.obeyedMs > Math.max(own.waitMs, feed.isPushed ? PUSHED_INTERVAL_MS : 0)) {
    return { waitMs: wish.obeyedMs, words: wish.words };
  }
  if (!feed.isPushed) return own;
  const waitMs = Math.min(MAX_INTERVAL_MS, Math.max(PUSHED_INTERVAL_MS, own.waitMs));
  return { waitMs, words: `its hub tells us of news: asked every ${span(waitMs)} to make sure` };
}

function planByRhythm({ feed, rhythm }: PlanInput, now: Date): Plan {
  const learnt = rhythm && learntWait(rhythm, now);
  if (learnt) {
    return { waitMs: learnt.waitMs, words: `${learnt.words}: asked every ${span(learnt.waitMs)}` };
  }
  const isBarren = !rhythm && now.getTime() - feed.createdAt.getTime() > BARREN_AFTER_MS;
  const waitMs = isBarren ? BARREN_INTERVAL_MS : FIRST_INTERVAL_MS;
  const why = isBarren ? 'nothing has ever come from it' : 'its rhythm is not known yet';
  return { waitMs, words: `${why}: asked every ${span(waitMs)}` };
}

function toWish({ announcedIntervalSeconds, isCheap }: PlanInput): Wish | undefined {
  if (announcedIntervalSeconds === undefined) return undefined;
  const askedMs = announcedIntervalSeconds * SECOND_MS;
  const limitMs = isCheap ? MAX_OBEYED_WISH_IF_CHEAP_MS : MAX_OBEYED_WISH_MS;
  if (askedMs <= limitMs) {
    return { askedMs, obeyedMs: askedMs, words: `the site asks for at least ${span(askedMs)}` };
  }
  const why = isCheap ? ', since an unchanged feed costs it no body' : ', the most a wish is obeyed';
  const words = `the site asks for ${span(askedMs)}: asked every ${span(limitMs)}${why}`;
  return { askedMs, obeyedMs: limitMs, words };
}

function planRetry(input: PlanInput, usualMs: number): Plan {
  const { end, failures, isReached, retryAfterMs = 0 } = input;
  const doubledMs = usualMs * 2 ** Math.min(failures, MAX_DOUBLINGS);
  // A site that asks for rest gets it; one that merely could not be reached is tried sooner at first.
  const mayHurry = end !== 'limited' && end !== 'gone';
  const firstMs = (mayHurry ? FIRST_WAITS_MS[failures - 1] : undefined) ?? MAX_BACK_OFF_MS;
  const limitMs = isReached ? Math.max(usualMs, MAX_BACK_OFF_MS) : MAX_BACK_OFF_UNREACHED_MS;
  const backOffMs = Math.min(doubledMs, firstMs, limitMs);
  if (retryAfterMs >= backOffMs) {
    return { waitMs: retryAfterMs, words: `told to wait ${span(retryAfterMs)}` };
  }
  return { waitMs: backOffMs, words: retryWords(input, span(backOffMs)) };
}

function retryWords({ end, state, failures }: PlanInput, wait: string): string {
  if (state === 'dead') return 'gone for good: not asked again until an operator resumes it';
  if (end === 'gone') return `said to be gone: asked once more in ${wait}`;
  if (end === 'limited') return `asked to come less often: tried again in ${wait}`;
  const times = failures === 1 ? 'once' : failures === 2 ? 'twice' : `${failures} times in a row`;
  return `failed ${times}: tried again in ${wait}`;
}

/** `45 s`, `90 s`, `4 min`, `2 h`, `7 d`. */
function span(ms = 0): string {
  if (ms < 2 * MINUTE_MS) return `${Math.round(ms / SECOND_MS)} s`;
  if (ms < 2 * HOUR_MS) return `${Math.round(ms / MINUTE_MS)} min`;
  return ms < 2 * DAY_MS ? `${Math.round(ms / HOUR_MS)} h` : `${Math.round(ms / DAY_MS)} d`;
}

interface Plan {
  readonly waitMs: number;
  readonly words: string;
}

interface Wish extends Pick<Plan, 'words'> {
  readonly askedMs: number;
  readonly obeyedMs: number;
}
