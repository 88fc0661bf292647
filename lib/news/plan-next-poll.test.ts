import { describe, expect, test } from 'vitest';
import { HOUR_MS, SECOND_MS } from '@/lib/core/time';
import { planNextPoll } from './plan-next-poll';

const NOW = new Date('2026-11-23T12:00:00Z');
const feed = { intervalSeconds: 300, failures: 0 };
const waitOf = (...args: Parameters<typeof planNextPoll>) =>
  (planNextPoll(...args).nextPollAt.getTime() - NOW.getTime()) / SECOND_MS;

describe('when a feed is asked again', () => {
  test.each([
    { kind: 'fetched', failures: 3, wait: 300, state: 'well', after: 0 },
    { kind: 'not-modified', failures: 0, wait: 300, state: 'well', after: 0 },
    { kind: 'failed', failures: 0, wait: 60, state: 'ill', after: 1 },
    { kind: 'failed', failures: 1, wait: 120, state: 'ill', after: 2 },
    { kind: 'failed', failures: 2, wait: 300, state: 'ill', after: 3 },
    { kind: 'failed', failures: 3, wait: 900, state: 'ill', after: 4 },
    { kind: 'failed', failures: 5, wait: 3_600, state: 'ill', after: 6 },
    { kind: 'failed', failures: 500, wait: 3_600, state: 'ill', after: 501 },
    { kind: 'limited', failures: 0, wait: 600, state: 'ill', after: 1 },
    { kind: 'gone', failures: 0, wait: 600, state: 'dead', after: 1 },
  ] as const)('$kind after $failures failures: $wait s, $state', ({ kind, failures, wait, state, after }) => {
    const planned = [{ ...feed, failures }, { kind }, { now: NOW, jitter: 0 }] as const;
    expect(waitOf(...planned)).toBe(wait);
    expect(planNextPoll(...planned)).toMatchObject({ state, failures: after });
  });

  test('Retry-After is obeyed when it asks for more, and no excuse for coming sooner', () => {
    expect(waitOf(feed, { kind: 'limited', retryAfterMs: 5 * HOUR_MS }, { now: NOW, jitter: 0 })).toBe(
      18_000,
    );
    expect(waitOf(feed, { kind: 'limited', retryAfterMs: 1_000 }, { now: NOW, jitter: 0 })).toBe(600);
  });

  test('a feed asked every few seconds doubles its pace instead of waiting a minute', () => {
    const quick = { intervalSeconds: 5, failures: 0 };
    expect(waitOf(quick, { kind: 'failed' }, { now: NOW, jitter: 0 })).toBe(10);
    expect(waitOf({ ...quick, failures: 9 }, { kind: 'failed' }, { now: NOW, jitter: 0 })).toBe(3_600);
  });

  test('a feed slower than the longest back-off keeps its own pace', () => {
    expect(
      waitOf({ intervalSeconds: 21_600, failures: 9 }, { kind: 'failed' }, { now: NOW, jitter: 0 }),
    ).toBe(21_600);
  });

  test('feeds of one rhythm are spread, and never come early', () => {
    expect(waitOf(feed, { kind: 'fetched' }, { now: NOW, jitter: 1 })).toBeCloseTo(330, 6);
  });
});
