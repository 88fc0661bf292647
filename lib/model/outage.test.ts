import { describe, expect, test } from 'vitest';
import type { FeedState } from './feed';
import type { VenueId } from './ids';
import { judgeReach } from './outage';
import type { VenueState } from './venue';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 12, minute));
const feed = (state: FeedState, minute = 0) => ({ state, stateSince: at(minute) });
const venue = (state: VenueState, minute = 0, reason?: string) => ({
  venue: 'binance' as VenueId,
  state,
  since: at(minute),
  reason,
  lastDataAt: undefined,
  reconnects: 0,
});

describe('how much of the outside the desk reaches', () => {
  test.each([
    ['nothing asked yet', [feed('new')], [venue('connecting')], 'unknown'],
    ['all well', [feed('well'), feed('paused')], [venue('up')], 'all'],
    ['a feed fails', [feed('well'), feed('ill')], [venue('up')], 'some'],
    ['every feed fails, a venue sends', [feed('ill')], [venue('up')], 'some'],
    ['every venue is away, a feed answers', [feed('well')], [venue('down')], 'some'],
    ['a venue that connects for the first time is no trouble', [feed('well')], [venue('connecting')], 'all'],
    ['a venue that tries again is', [feed('well')], [venue('connecting', 0, 'No such name.')], 'some'],
    ['nothing answers', [feed('ill'), feed('dead'), feed('new')], [venue('down'), venue('blocked')], 'none'],
    ['feeds alone, and none answers', [feed('ill')], [], 'none'],
  ])('%s', (_, feeds, venues, kind) => {
    expect(judgeReach(feeds, venues).kind).toBe(kind);
  });

  test('since when is told by the first that failed', () => {
    expect(judgeReach([feed('ill', 3), feed('ill', 2)], [venue('down', 5), venue('silent', 4)])).toEqual({
      kind: 'none',
      feedsSince: at(2),
      venuesSince: at(4),
    });
  });
});
