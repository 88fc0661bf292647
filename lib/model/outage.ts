import type { FeedState } from './feed';
import type { VenueStatus } from './venue';

/** How much of the outside the desk reaches. */
export type Reach =
  | { readonly kind: 'all' }
  | { readonly kind: 'some'; readonly failingFeeds: number; readonly failingVenues: number }
  /** Nothing answers: most likely there is no network. */
  | { readonly kind: 'none'; readonly feedsSince: Date | undefined; readonly venuesSince: Date | undefined }
  /** Nothing has been asked yet. */
  | { readonly kind: 'unknown' };

export interface ReachableFeed {
  readonly state: FeedState;
  readonly stateSince: Date;
}

/** What the states of all feeds and venues come to. Paused feeds and those not asked yet say nothing. */
export function judgeReach(feeds: readonly ReachableFeed[], venues: readonly VenueStatus[]): Reach {
  const asked = feeds.filter((feed) => feed.state !== 'new' && feed.state !== 'paused');
  const failing = asked.filter((feed) => feed.state === 'ill' || feed.state === 'dead');
  const settled = venues.filter((venue) => venue.state !== 'connecting' || venue.reason !== undefined);
  const away = settled.filter((venue) => venue.state !== 'up');
  if (asked.length + settled.length === 0) return { kind: 'unknown' };
  if (failing.length + away.length === 0) return { kind: 'all' };
  if (failing.length < asked.length || away.length < settled.length)
    return { kind: 'some', failingFeeds: failing.length, failingVenues: away.length };
  return {
    kind: 'none',
    feedsSince: earliest(failing.map((feed) => feed.stateSince)),
    venuesSince: earliest(away.map((venue) => venue.since)),
  };
}

function earliest(moments: readonly Date[]): Date | undefined {
  return moments.toSorted((one, other) => one.getTime() - other.getTime())[0];
}
