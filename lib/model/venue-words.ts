import { formatDate } from '@/lib/core/format-time';
import type { Market, VenueState } from './venue';

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

/** The catalogue writes this day where nobody knows since when a market is. */
const KNOWN_SINCE = new Date('2020-01-01T00:00:00Z');

/** Since when, or for what period, a venue's symbol means a token; empty where it has always been so. */
export function describePeriod({ validFrom, validTo }: Pick<Market, 'validFrom' | 'validTo'>): string {
  const from = validFrom > KNOWN_SINCE ? formatDate(validFrom, 'UTC') : undefined;
  if (validTo === undefined) return from === undefined ? '' : `since ${from}`;
  const to = formatDate(validTo, 'UTC');
  return from === undefined ? `until ${to}` : `${from} to ${to}`;
}
