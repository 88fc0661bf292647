import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import { learnRhythm } from '@/lib/model/learn-rhythm';
import type { Rhythm } from '@/lib/model/rhythm';
import { planNextPoll, type PlanInput } from './plan-next-poll';

/** A Monday. */
const NOW = new Date('2026-11-23T12:00:00Z');
const LONG_AGO = new Date('2026-10-01T00:00:00Z');
const NEW: PlanInput = {
  feed: { fixedIntervalSeconds: undefined, isPushed: false, createdAt: NOW },
  rhythm: undefined,
  announcedIntervalSeconds: undefined,
  isCheap: true,
  end: 'read',
  state: 'well',
  failures: 0,
  isReached: true,
  retryAfterMs: undefined,
};

describe('while a feed is well', () => {
  test.each<[string, Partial<PlanInput>, number, string]>([
    ['a new one', {}, 300, 'its rhythm is not known yet: asked every 5 min'],
    [
      'one of which two articles are known',
      { rhythm: rhythmOf(2, 1) },
      300,
      'its rhythm is not known yet: asked every 5 min',
    ],
    [
      'one that stayed empty for weeks',
      { feed: { ...pushed(), isPushed: false, createdAt: LONG_AGO } },
      3_600,
      'nothing has ever come from it: asked every 60 min',
    ],
    ['one that an operator set', { feed: fixed(5) }, 5, 'set to be asked every 5 s'],
    [
      'one that an operator set against its wish',
      { feed: fixed(60), announcedIntervalSeconds: 1_800, rhythm: rhythmOf(9, 4) },
      60,
      'set to be asked every 60 s, though its site asks for 30 min',
    ],
    [
      'one with a small wish',
      { announcedIntervalSeconds: 60 },
      300,
      'its rhythm is not known yet: asked every 5 min',
    ],
    ['one with a wish', { announcedIntervalSeconds: 480 }, 480, 'the site asks for at least 8 min'],
    [
      'one with a wish, and answers 304',
      { announcedIntervalSeconds: 3_600 },
      600,
      'the site asks for 60 min: asked every 10 min, since an unchanged feed costs it no body',
    ],
    [
      'one with a wish, and always sends all',
      { announcedIntervalSeconds: 1_800, isCheap: false },
      1_800,
      'the site asks for at least 30 min',
    ],
    [
      'one whose template wishes for a week',
      { announcedIntervalSeconds: 604_800, isCheap: false },
      3_600,
      'the site asks for 7 d: asked every 60 min, the most a wish is obeyed',
    ],
    [
      'one whose hub tells of news',
      { feed: pushed() },
      3_600,
      'its hub tells us of news: asked every 60 min to make sure',
    ],
    [
      'a pushed and busy one',
      { feed: pushed(), rhythm: rhythmOf(1_000, 2) },
      3_600,
      'its hub tells us of news: asked every 60 min to make sure',
    ],
    [
      'a pushed one that an operator set',
      { feed: { ...pushed(), fixedIntervalSeconds: 30 } },
      30,
      'set to be asked every 30 s',
    ],
  ])('%s', (_, input, seconds, words) => {
    expect(planned(input)).toMatchObject({ seconds, words, intervalSeconds: seconds });
  });

  test.each([
    { perDay: 1_000, from: 43, to: 50, words: /^about (9|10)\d\d articles a day: asked every 4\d s$/ },
    { perDay: 100, from: 140, to: 160, words: /^about (99|100) articles a day: asked every [23] min$/ },
    { perDay: 14, from: 340, to: 430, words: /^about 1[345] articles a day: asked every [67] min$/ },
    { perDay: 1, from: 900, to: 3_000, words: /^about one article a day.*: asked every \d\d min$/ },
    { perDay: 1 / 7, from: 2_000, to: 9_000, words: /^about one article a week.*: asked every \d+ (min|h)$/ },
    {
      perDay: 1 / 60,
      from: 5_000,
      to: 21_600,
      words: /^less than one article a week.*: asked every \d+ (min|h)$/,
    },
  ])('$perDay articles a day', ({ perDay, from, to, words }) => {
    const plan = planned({ rhythm: rhythmOf(perDay, 28 + 5 / perDay) });
    expect(plan.seconds).toBeGreaterThan(from);
    expect(plan.seconds).toBeLessThanOrEqual(to);
    expect(plan.words).toMatch(words);
  });

  test('a quiet night means fewer polls, and ends where the morning begins', () => {
    const days = Array.from({ length: 28 }, (_, day) => NOW.getTime() - day * DAY_MS);
    const office = days.flatMap((day) =>
      [8, 9, 10, 11, 12, 13, 14, 15, 16].flatMap((hour) =>
        [5, 25, 45].map((minute) => ({
          at: new Date(day - 12 * HOUR_MS + hour * HOUR_MS + minute * MINUTE_MS),
          language: 'en',
        })),
      ),
    );
    const rhythm = learnRhythm(undefined, office, new Date('2026-11-23T17:00:00Z'));
    const at = (hour: string) => planned({ rhythm }, new Date(`2026-11-24T${hour}Z`));
    expect(at('10:00:00').seconds).toBeLessThan(200);
    expect(at('10:00:00').words).toMatch(
      /^about 2\d articles a day, most around this hour: asked every \d+ (s|min)$/,
    );
    expect(at('02:00:00').seconds).toBeGreaterThan(600);
    expect(at('02:00:00').words).toMatch(/few around this hour/);
    expect(at('07:30:00').seconds).toBeLessThan(at('02:00:00').seconds);
  });
});

describe('a feed that fails', () => {
  test.each<[string, Partial<PlanInput>, number, string]>([
    ['once', { failures: 1 }, 60, 'failed once: tried again in 60 s'],
    ['twice', { failures: 2 }, 120, 'failed twice: tried again in 2 min'],
    ['three times', { failures: 3 }, 300, 'failed 3 times in a row: tried again in 5 min'],
    ['five times', { failures: 5 }, 1_800, 'failed 5 times in a row: tried again in 30 min'],
    ['seven times', { failures: 7 }, 21_600, 'failed 7 times in a row: tried again in 6 h'],
    ['for ever', { failures: 100_000 }, 21_600, 'failed 100000 times in a row: tried again in 6 h'],
    [
      'for ever, and no site answers',
      { failures: 100_000, isReached: false },
      1_800,
      'failed 100000 times in a row: tried again in 30 min',
    ],
    [
      'and is asked every few seconds',
      { failures: 1, feed: fixed(5) },
      10,
      'failed once: tried again in 10 s',
    ],
    [
      'and is asked once a day',
      { failures: 9, feed: fixed(86_400) },
      21_600,
      'failed 9 times in a row: tried again in 6 h',
    ],
    [
      'by asking for rest',
      { failures: 1, end: 'limited' },
      600,
      'asked to come less often: tried again in 10 min',
    ],
    [
      'and says how long to wait',
      { failures: 1, end: 'limited', retryAfterMs: 5 * HOUR_MS },
      18_000,
      'told to wait 5 h',
    ],
    [
      'and says to wait a second',
      { failures: 1, end: 'limited', retryAfterMs: 1_000 },
      600,
      'asked to come less often: tried again in 10 min',
    ],
    ['is said to be gone', { failures: 1, end: 'gone' }, 600, 'said to be gone: asked once more in 10 min'],
    [
      'is gone',
      { failures: 2, end: 'gone', state: 'dead' },
      1_200,
      'gone for good: not asked again until an operator resumes it',
    ],
  ])('%s', (_, input, seconds, words) => {
    expect(planned({ end: 'failed', state: 'ill', ...input })).toMatchObject({ seconds, words });
  });
});

test('feeds of one rhythm are spread by up to a tenth, and never come early', () => {
  const at = (input: Partial<PlanInput>, jitter: number) =>
    (planNextPoll({ ...NEW, ...input }, { now: NOW, jitter }).nextPollAt.getTime() - NOW.getTime()) /
    SECOND_MS;
  expect(at({}, 1)).toBeCloseTo(330, 6);
  expect(at({ failures: 1, end: 'limited', retryAfterMs: DAY_MS }, 1)).toBe(86_400 + 300);
});

test('whatever is known of a feed, the next poll lies between half a minute and six hours ahead', () => {
  const moments = (from: string, to: string) =>
    fc.date({ min: new Date(from), max: new Date(to), noInvalidDate: true });
  fc.assert(
    fc.property(
      fc.array(moments('2020-01-01', '2027-01-01'), { maxLength: 60 }),
      moments('2026-01-01', '2026-12-31'),
      (dates, now) => {
        const rhythm = learnRhythm(
          undefined,
          dates.map((at) => ({ at, language: 'en' })),
          now,
        );
        const plan = planned({ rhythm }, now);
        expect(plan.seconds).toBeGreaterThanOrEqual(30);
        expect(plan.seconds).toBeLessThanOrEqual(21_600);
        expect(plan.words).not.toMatch(/NaN|undefined|Infinity/);
      },
    ),
  );
});

function planned(input: Partial<PlanInput>, now = NOW) {
  const { nextPollAt, pollReason, intervalSeconds } = planNextPoll({ ...NEW, ...input }, { now, jitter: 0 });
  return { seconds: (nextPollAt.getTime() - now.getTime()) / SECOND_MS, words: pollReason, intervalSeconds };
}

function fixed(seconds: number): PlanInput['feed'] {
  return { fixedIntervalSeconds: seconds, isPushed: false, createdAt: NOW };
}

function pushed(): PlanInput['feed'] {
  return { fixedIntervalSeconds: undefined, isPushed: true, createdAt: NOW };
}

/** So many articles a day, evenly over the last `days`. */
function rhythmOf(perDay: number, days: number): Rhythm | undefined {
  const count = Math.round(perDay * days);
  const stepMs = DAY_MS / perDay;
  const articles = Array.from({ length: count }, (_, index) => ({
    at: new Date(NOW.getTime() - (index + 0.5) * stepMs),
    language: 'en',
  }));
  return learnRhythm(undefined, articles, NOW);
}
