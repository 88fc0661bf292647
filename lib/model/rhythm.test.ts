import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '@/lib/core/time';
import { learnRhythm, type Publication } from './learn-rhythm';
import {
  articlesPerDay,
  expectedArticles,
  expectedGapMs,
  findNewLanguage,
  hourOfWeek,
  HOURS_OF_WEEK,
  judgeSilence,
  rateAt,
  toHourRates,
  type Rhythm,
} from './rhythm';

/** A Monday. */
const NOW = new Date('2026-11-23T12:00:00Z');
const ago = (ms: number) => new Date(NOW.getTime() - ms);

describe('what is learnt', () => {
  test('nothing from nothing', () => {
    expect(learnRhythm(undefined, [], NOW)).toBeUndefined();
    expect(learnRhythm(undefined, [said(new Date(Number.NaN))], NOW)).toBeUndefined();
    const known = learnt(weekdays(4));
    expect(learnRhythm(known, [], NOW)).toBe(known);
  });

  test('office hours from four weeks, the week and the day in one', () => {
    const rates = toHourRates(learnt(weekdays(4)), NOW);
    expect(articlesPerDay(rates)).toBeGreaterThan(9);
    expect(articlesPerDay(rates)).toBeLessThan(17);
    expect(rateAt(rates, NOW)).toBeGreaterThan(1.5);
    expect(rateAt(rates, new Date('2026-11-24T02:00:00Z'))).toBeLessThan(0.2);
    expect(rateAt(rates, new Date('2026-11-28T12:00:00Z'))).toBeLessThan(0.3);
  });

  test('the same from watching as from the archive, to a fifth', () => {
    const articles = weekdays(4);
    const watched = articles
      .toSorted((one, other) => one.at.getTime() - other.at.getTime())
      .reduce<Rhythm | undefined>((rhythm, article) => learnRhythm(rhythm, [article], article.at), undefined);
    const perDay = articlesPerDay(toHourRates(watched ?? learnt([]), NOW));
    const fromArchive = articlesPerDay(toHourRates(learnt(articles), NOW));
    expect(perDay / fromArchive).toBeGreaterThan(0.8);
    expect(perDay / fromArchive).toBeLessThan(1.25);
  });

  test('a new habit within a few weeks: the old one fades', () => {
    const before = Array.from({ length: 56 }, (_, day) => said(ago((day + 28) * DAY_MS + 6 * HOUR_MS)));
    const since = Array.from({ length: 28 }, (_, day) => said(ago(day * DAY_MS + HOUR_MS)));
    const rates = toHourRates(learnt([...before, ...since]), NOW);
    expect(rates[hourOfWeek(ago(HOUR_MS))]).toBeGreaterThan(rates[hourOfWeek(ago(6 * HOUR_MS))] ?? 9);
  });

  test('little from a flood, and nothing for long', () => {
    const calm = learnt(weekdays(4));
    const flooded = learnRhythm(
      calm,
      Array.from({ length: 5_000 }, () => said(NOW)),
      NOW,
    );
    const perDay = (rhythm: Rhythm | undefined, at: Date) => articlesPerDay(toHourRates(rhythm ?? calm, at));
    expect(perDay(flooded, NOW)).toBeLessThan(perDay(calm, NOW) + 2);
  });

  test('an old article pinned to the top of an archive does not stretch it', () => {
    const archive = Array.from({ length: 30 }, (_, index) => said(ago(index * 2 * HOUR_MS)));
    const pinned = [...archive, said(new Date('2019-01-01T00:00:00Z'))];
    const perDay = articlesPerDay(toHourRates(learnt(pinned), NOW));
    expect(perDay).toBeGreaterThan(7);
    expect(perDay).toBeLessThan(14);
  });

  test('a date from the future counts as now', () => {
    const rhythm = learnt([said(new Date('2090-01-01T00:00:00Z'))]);
    expect(rhythm.lastArticleAt).toBe(NOW.toISOString());
  });
});

test.each([
  ['2026-11-23T00:00:00Z', 0],
  ['2026-11-23T23:59:59Z', 23],
  ['2026-11-28T00:00:00Z', 120],
  ['2026-11-29T23:00:00Z', 167],
])('%s is hour %i of the week', (at, hour) => {
  expect(hourOfWeek(new Date(at))).toBe(hour);
});

test('what is to be expected adds up hour by hour, and over whole weeks', () => {
  const rates = Array.from({ length: HOURS_OF_WEEK }, (_, hour) => (hour < 24 ? 2 : 1));
  const between = (from: string, to: string) => expectedArticles(rates, new Date(from), new Date(to));
  expect(between('2026-11-23T10:00:00Z', '2026-11-23T11:30:00Z')).toBeCloseTo(3, 9);
  expect(between('2026-11-23T23:30:00Z', '2026-11-24T00:30:00Z')).toBeCloseTo(1.5, 9);
  expect(between('2026-11-23T10:00:00Z', '2026-12-14T11:00:00Z')).toBeCloseTo(3 * 192 + 2, 6);
  expect(between('2026-11-24T00:00:00Z', '2026-11-23T00:00:00Z')).toBe(0);
});

describe('a silence', () => {
  test('of a night is nothing, of a day is much, of a slow feed is its habit', () => {
    const evening = new Date('2026-11-23T17:00:00Z');
    const office = learnRhythm(undefined, weekdays(4, evening), evening);
    const at = (hours: number) =>
      (office && judgeSilence(office, new Date(evening.getTime() + hours * HOUR_MS)))?.chance;
    expect(at(14)).toBeGreaterThan(0.05);
    expect(at(36)).toBeLessThan(0.001);
    const weekly = learnt(Array.from({ length: 12 }, (_, week) => said(ago(week * 7 * DAY_MS))));
    expect(judgeSilence(weekly, new Date(NOW.getTime() + 14 * DAY_MS))?.chance).toBeGreaterThan(0.05);
    expect(judgeSilence(weekly, new Date(NOW.getTime() + 150 * DAY_MS))?.chance).toBeLessThan(0.001);
  });

  test('does not become usual by lasting', () => {
    const rhythm = learnt(weekdays(4));
    const chances = [2, 4, 8, 30, 300].map(
      (days) => judgeSilence(rhythm, new Date(NOW.getTime() + days * DAY_MS))?.chance ?? 1,
    );
    expect(chances).toEqual(chances.toSorted((one, other) => other - one));
  });

  test('of a feed known by two articles takes long to be odd', () => {
    const rhythm = learnt([said(ago(HOUR_MS)), said(NOW)]);
    expect(judgeSilence(rhythm, new Date(NOW.getTime() + 3 * DAY_MS))?.chance).toBeGreaterThan(0.001);
  });
});

describe('the language of a feed', () => {
  const english = Array.from({ length: 20 }, (_, index) => said(ago((index + 9) * HOUR_MS)));
  const turkish = (count: number) =>
    Array.from({ length: count }, (_, index) => said(ago(index * HOUR_MS), 'tr'));

  test.each([
    ['changes when the last five are in another', [...english, ...turkish(5)], { now: 'tr', before: 'en' }],
    ['does not by four', [...english, ...turkish(4)], undefined],
    [
      'does not where both are usual',
      [...english, ...turkish(5), ...shifted(turkish(15), DAY_MS)],
      undefined,
    ],
    ['is what it is from the beginning', turkish(9), undefined],
  ])('%s', (_, articles, change) => {
    expect(findNewLanguage(learnt(articles))).toEqual(change);
  });
});

const moments = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: false });
const lessons = fc.array(
  fc.record({
    now: fc.date({ min: new Date('2024-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }),
    articles: fc.array(fc.record({ at: moments, language: fc.constantFrom('en', 'tr', '') }), {
      maxLength: 80,
    }),
  }),
  { maxLength: 6 },
);

test('whatever comes in whatever order, every rate is above nothing and within bounds', () => {
  fc.assert(
    fc.property(lessons, moments, (taught, at) => {
      let rhythm: Rhythm | undefined;
      for (const { now, articles } of taught) rhythm = learnRhythm(rhythm, articles, now);
      if (!rhythm || Number.isNaN(at.getTime())) return;
      const rates = toHourRates(rhythm, at);
      expect(rates).toHaveLength(HOURS_OF_WEEK);
      for (const rate of rates) {
        expect(rate).toBeGreaterThan(0);
        expect(rate).toBeLessThan(1_000);
      }
      expect(expectedGapMs(rates, at)).toBeGreaterThan(0);
      expect(articlesPerDay(rates)).toBeLessThan(24_000);
      const silence = judgeSilence(rhythm, at);
      expect(silence?.chance).toBeGreaterThanOrEqual(0);
      expect(silence?.chance).toBeLessThanOrEqual(1);
      expect(JSON.parse(JSON.stringify(rhythm))).toEqual(rhythm);
    }),
  );
});

function said(at: Date, language = 'en'): Publication {
  return { at, language };
}

function shifted(articles: readonly Publication[], byMs: number): Publication[] {
  return articles.map(({ at, language }) => ({ at: new Date(at.getTime() + byMs), language }));
}

function learnt(articles: readonly Publication[]): Rhythm {
  const rhythm = learnRhythm(undefined, articles, NOW);
  if (!rhythm) throw new Error('Nothing was learnt.');
  return rhythm;
}

/** Two an hour from 8 h to 17 h, Monday to Friday, up to `end`. */
function weekdays(weeks: number, end = NOW): Publication[] {
  const hours = Array.from(
    { length: weeks * HOURS_OF_WEEK },
    (_, index) => new Date(end.getTime() - (index + 1) * HOUR_MS),
  );
  return hours
    .filter((at) => at.getUTCDay() % 6 !== 0 && at.getUTCHours() >= 8 && at.getUTCHours() < 17)
    .flatMap((at) => [said(new Date(at.getTime() + 600_000)), said(new Date(at.getTime() + 2_400_000))]);
}
