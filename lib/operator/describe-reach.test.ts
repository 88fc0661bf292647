import { describe, expect, test } from 'vitest';
import type { VenueStatus } from '@/lib/model/venue';
import { describeReach } from './describe-reach';

const SINCE = new Date('2026-11-23T21:06:00Z');
const intake = { feeds: 86, asked: 86, failing: 0, lastSuccessAt: SINCE, failingSince: undefined };
const venue = (state: VenueStatus['state']): VenueStatus => ({
  venue: 'kraken',
  state,
  since: SINCE,
  reason: undefined,
  lastDataAt: undefined,
  reconnects: 0,
});

describe('the report after a start', () => {
  test('is short where everything answers', () => {
    expect(describeReach(intake, [venue('up')])).toEqual({ good: true, words: '86 of 86 feeds answer.' });
  });

  test('names what does not answer, and since when', () => {
    const { good, words } = describeReach({ ...intake, failing: 3, failingSince: SINCE }, [venue('down')]);
    expect(good).toBe(false);
    expect(words).toBe(
      '83 of 86 feeds answer; 3 cannot be reached or read since 21:06 UTC. Kraken does not, since 21:06 UTC.',
    );
  });

  test('points to the demo where nothing answers at all', () => {
    const none = { ...intake, failing: 86, failingSince: SINCE, lastSuccessAt: undefined };
    expect(describeReach(none, [venue('down')]).words).toContain('`npm run demo`');
    expect(describeReach(none, [venue('up')]).words).not.toContain('demo');
  });
});
