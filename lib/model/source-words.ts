import { FEED_STATES, type FeedState, type SourceKind } from './feed';

/** What a source is, in a reader's words. */
export const SOURCE_KIND_WORDS: Readonly<Record<SourceKind, string>> = {
  newsroom: 'newsroom',
  aggregator: 'aggregator, republishes others',
  official: 'official, speaks for itself',
};

/** How a feed is doing, in a reader's words. */
export const FEED_STATE_WORDS: Readonly<Record<FeedState, string>> = {
  new: 'not asked yet',
  well: 'well',
  late: 'unusually silent',
  ill: 'failing',
  dead: 'gone for good',
  paused: 'paused',
};

const WORST_FIRST: readonly FeedState[] = ['dead', 'ill', 'late', 'paused', 'new', 'well'];

/** One line for all feeds of a source: `well`, or how many of them are not and what ails the worst. */
export function worstFeedWords(states: readonly FeedState[]): string {
  const worst = WORST_FIRST.find((state) => states.includes(state)) ?? FEED_STATES[0];
  const many = states.filter((state) => state === worst).length;
  if (many === states.length) return FEED_STATE_WORDS[worst];
  return `${many} of ${states.length} ${FEED_STATE_WORDS[worst]}`;
}
