import { formatDuration, SECOND_MS } from '@/lib/core/time';
import type { FeedState, FetchOutcome, FetchTrigger } from './feed';
import type { FindingKind } from './feed-finding';
import type { ParseTier } from './parsed-feed';

/** A mark beside the word, so that a state is told by its shape before any colour. */
export const FEED_STATE_MARKS: Readonly<Record<FeedState, string>> = {
  new: '○',
  well: '●',
  late: '◐',
  ill: '▲',
  dead: '✕',
  paused: '‖',
};

/** What is odd about a feed, in a word or two. */
export const FINDING_NAMES: Readonly<Record<FindingKind, string>> = {
  silent: 'silent',
  empty: 'empty',
  shrunken: 'shrunken',
  flood: 'flood',
  'same-dates': 'one date for all',
  'future-dates': 'dates from the future',
  'new-ids': 'new ids',
  language: 'another language',
  moved: 'moved',
  gone: 'said to be gone',
};

/** Who asked, where it was not the clock. */
export const TRIGGER_WORDS: Readonly<Record<FetchTrigger, string | undefined>> = {
  timer: undefined,
  operator: 'asked by hand',
  push: 'sent by its hub',
};

/** How hard it was to read, where it was. */
export const TIER_WORDS: Readonly<Record<ParseTier, string | undefined>> = {
  strict: undefined,
  ordered: undefined,
  repaired: 'repaired',
  loose: 'read loosely',
  salvaged: 'item by item',
};

/** What one fetch brought, as far as its words need to know. */
export interface FetchSummary {
  readonly outcome: FetchOutcome;
  readonly httpStatus: number | undefined;
  readonly items: number | undefined;
  readonly newArticles: number | undefined;
  readonly message: string | undefined;
}

/** What a fetch without a message of its own came to. */
const OUTCOME_WORDS: Readonly<Record<Exclude<FetchOutcome, 'fetched'>, string>> = {
  'not-modified': 'unchanged since the last time',
  limited: 'asked us to come back later',
  gone: 'gone for good',
  failed: 'failed',
};

/** How a fetch went, in a line: `30 items, 4 new`, `unchanged`, or what went wrong. */
export function fetchWords(fetch: FetchSummary): string {
  if (fetch.outcome !== 'fetched') return fetch.message ?? OUTCOME_WORDS[fetch.outcome];
  return `${countWords(fetch.items ?? 0, 'item')}, ${fetch.newArticles ?? 0} new`;
}

/** How an address is known, without the remark that nobody has tried it: that is the desk's own to say. */
export function provenanceWords(provenance: string): string {
  return provenance.replace(/;\s*unproven\s*$/i, '');
}

/** When a feed is asked next: `in 4 min`, or why not. */
export function nextPollWords(
  feed: { readonly state: FeedState; readonly nextPollAt: Date; readonly leasedUntil: Date | undefined },
  now: Date,
): string {
  if (feed.leasedUntil && feed.leasedUntil > now) return 'being asked now';
  if (feed.state === 'paused') return 'not while paused';
  if (feed.state === 'dead') return 'not until resumed';
  const wait = feed.nextPollAt.getTime() - now.getTime();
  return wait < SECOND_MS ? 'due now' : `in ${formatDuration(wait)}`;
}

/** `1 item`, `30 items`. */
export function countWords(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
