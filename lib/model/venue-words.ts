import type { VenueState } from './venue';

/** How a venue is doing, in a reader's words. */
export const VENUE_STATE_WORDS: Readonly<Record<VenueState, string>> = {
  connecting: 'connecting',
  up: 'sends prices',
  silent: 'connected, but silent',
  down: 'not reachable',
  blocked: 'refuses this address',
};

/** A mark beside the word, so that a state is told by its shape before any colour. */
export const VENUE_STATE_MARKS: Readonly<Record<VenueState, string>> = {
  connecting: '○',
  up: '●',
  silent: '▲',
  down: '▲',
  blocked: '✕',
};
