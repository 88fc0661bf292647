import type { FeedToPoll, FetchTrigger } from '@/lib/model/feed';
import type { Intake } from '@/lib/model/intake';
import type { Rhythm } from '@/lib/model/rhythm';
import type { FetchResult } from './fetch/fetch-feed';
import type { ReadItem, Reading } from './read-articles';

/** Everything one asking of a feed came to. */
export interface Poll {
  readonly feed: FeedToPoll;
  readonly trigger: FetchTrigger;
  readonly startedAt: Date;
  readonly now: Date;
  readonly fetched: FetchResult;
  /** `same-body`: the very bytes of the last good answer, not read again. */
  readonly reading: Reading | 'same-body' | undefined;
  readonly intake: Intake;
}

/** A poll, and the feed's rhythm with what came by it. */
export interface LearntPoll extends Poll {
  readonly rhythm: Rhythm | undefined;
}

/** How a poll ended, its document's fate included. */
export type PollEnd = 'read' | 'unchanged' | 'unreadable' | 'limited' | 'gone' | 'failed';

export function endOf({ fetched, reading }: Pick<Poll, 'fetched' | 'reading'>): PollEnd {
  if (fetched.kind === 'not-modified' || reading === 'same-body') return 'unchanged';
  if (fetched.kind !== 'fetched') return fetched.kind;
  return reading?.kind === 'articles' ? 'read' : 'unreadable';
}

/** The items of an answer, where it could be read. */
export function itemsOf({ reading }: Pick<Poll, 'reading'>): readonly ReadItem[] {
  return typeof reading === 'object' && reading.kind === 'articles' ? reading.items : [];
}

export function countUsable(poll: Pick<Poll, 'reading'>): number {
  return itemsOf(poll).filter((item) => item.kind !== 'rejected').length;
}
