import { DAY_MS, HOUR_MS } from '@/lib/core/time';

export const HOURS_OF_WEEK = 168;
const WEEK_MS = HOURS_OF_WEEK * HOUR_MS;
/** What a feed did three weeks ago counts half of what it did today. */
const HALF_LIFE_MS = 3 * WEEK_MS;
const FADE_OF_WEEK = 0.5 ** (WEEK_MS / HALF_LIFE_MS);
/** What is assumed of a feed nothing is known of: hours watched, and half an article in them. */
const PRIOR_HOURS = 24;
const PRIOR_ARTICLES = 0.5;
/** So many articles at the rate of the week, or of the day, stand against what one hour has brought. */
const PRIOR_ARTICLES_OF_DAY = 1;
const PRIOR_ARTICLES_OF_HOUR = 1;
/** How many of the latest articles tell a language. */
export const LATEST_LANGUAGES = 5;
/** Articles come in bursts: however long a feed is known, its silence is judged as if after so few. */
const MAX_SILENCE_EVIDENCE = 12;

/** When a feed publishes, and in which language. Everything is weighed as of `learntTo`: older weeks count less. */
export interface Rhythm {
  /** {@link HOURS_OF_WEEK} numbers (UTC, Monday 0 h first): the articles counted in each. */
  readonly hours: readonly number[];
  /** ISO 8601: since when it has been watched, the archive it came with included. */
  readonly from: string;
  /** ISO 8601. */
  readonly learntTo: string;
  /** ISO 8601: the newest publication counted. */
  readonly lastArticleAt: string | undefined;
  /** Articles counted by language. */
  readonly languages: Readonly<Record<string, number>>;
  /** The languages of the latest articles, the newest last. */
  readonly latest: readonly string[];
}

/** Articles an hour, for each hour of the week. All are above 0 and finite. */
export type HourRates = readonly number[];

/**
 * How many articles an hour are to be expected: what an hour of the week has brought, borne out by the same hour of
 * the other days and by the week as a whole while little has been seen of it.
 */
export function toHourRates(rhythm: Rhythm, at: Date): HourRates {
  const fade = weightOf(at.getTime() - Date.parse(rhythm.learntTo));
  const counts = smooth(rhythm.hours.map((count) => count * fade));
  const watched = smooth(watchedHours(Date.parse(rhythm.from), at.getTime()));
  const overall = (sum(counts) + PRIOR_ARTICLES) / (sum(watched) + PRIOR_HOURS);
  const daily = toDailyRates(counts, watched, overall);
  return counts.map((count, hour) => {
    const usual = daily[dayKind(hour) * 24 + (hour % 24)] ?? overall;
    return (count + PRIOR_ARTICLES_OF_HOUR) / ((watched[hour] ?? 0) + PRIOR_ARTICLES_OF_HOUR / usual);
  });
}

export function rateAt(rates: HourRates, at: Date): number {
  return rates[hourOfWeek(at)] ?? 0;
}

export function articlesPerDay(rates: HourRates): number {
  return sum(rates) / 7;
}

/** How many articles are to be expected between two moments. */
export function expectedArticles(rates: HourRates, from: Date, to: Date): number {
  const lengthMs = to.getTime() - from.getTime();
  if (!(lengthMs > 0)) return 0;
  const weeks = Math.floor(lengthMs / WEEK_MS);
  let expected = weeks * sum(rates);
  let at = from.getTime() + weeks * WEEK_MS;
  while (at < to.getTime()) {
    const end = Math.min(nextHour(at), to.getTime());
    expected += (rateAt(rates, new Date(at)) * (end - at)) / HOUR_MS;
    at = end;
  }
  return expected;
}

/** How long it usually is to the next article, going by the hour of `at`. */
export function expectedGapMs(rates: HourRates, at: Date): number {
  return HOUR_MS / rateAt(rates, at);
}

/** How unlikely it is that a feed of this rhythm has published nothing since its last article. */
export function judgeSilence(rhythm: Rhythm, now: Date): Silence | undefined {
  if (rhythm.lastArticleAt === undefined) return undefined;
  const since = new Date(rhythm.lastArticleAt);
  // The silence itself must not count as what is usual.
  const rates = toHourRates(rhythm, since);
  // Who has never seen a feed's weekend cannot miss anything on its first.
  const watched = watchedHours(Date.parse(rhythm.from), since.getTime());
  const known = rates.map((rate, hour) => rate * Math.min(1, watched[hour] ?? 0));
  const expected = expectedArticles(known, since, now);
  const seen = sum(rhythm.hours) * weightOf(since.getTime() - Date.parse(rhythm.learntTo));
  const evidence = Math.min(MAX_SILENCE_EVIDENCE, Math.max(1, seen));
  return { since, expected, chance: (1 + expected / evidence) ** -evidence, perDay: articlesPerDay(rates) };
}

export interface Silence {
  readonly since: Date;
  /** Articles that were to be expected meanwhile. */
  readonly expected: number;
  /** 0 to 1: how likely such a silence is while all is well. */
  readonly chance: number;
  readonly perDay: number;
}

/** The language its latest articles are in, where it used to be another. */
export function findNewLanguage(
  rhythm: Rhythm,
): { readonly now: string; readonly before: string } | undefined {
  const [now] = rhythm.latest;
  if (now === undefined || rhythm.latest.length < LATEST_LANGUAGES) return undefined;
  if (rhythm.latest.some((language) => language !== now)) return undefined;
  const others = Object.entries(rhythm.languages).filter(([language]) => language !== now);
  const [before, articles] = others.toSorted((one, other) => other[1] - one[1])[0] ?? [];
  const ofNow = Math.max(0, (rhythm.languages[now] ?? 0) - LATEST_LANGUAGES);
  if (before === undefined || articles === undefined || articles < LATEST_LANGUAGES) return undefined;
  return ofNow < articles / 2 ? { now, before } : undefined;
}

/** 0 to 167: Monday 0 h UTC first. */
export function hourOfWeek(at: Date): number {
  return hourOfWeekAt(at.getTime());
}

/** The first hour of 1970 was a Thursday's. */
function hourOfWeekAt(ms: number): number {
  const hour = (Math.floor(ms / HOUR_MS) + 72) % HOURS_OF_WEEK;
  return hour < 0 ? hour + HOURS_OF_WEEK : hour;
}

/** Where the hour after `at` begins, in milliseconds. */
export function nextHour(at: number): number {
  return (Math.floor(at / HOUR_MS) + 1) * HOUR_MS;
}

/** How many times each hour of the week has been watched, older weeks counting less: a geometric sum for each. */
function watchedHours(from: number, to: number): readonly number[] {
  const hours = Array.from<number>({ length: HOURS_OF_WEEK }).fill(0);
  let weeks = 0;
  let fade = 1;
  let end = to;
  while (end > Math.max(from, to - WEEK_MS)) {
    const start = Math.max(Math.ceil(end / HOUR_MS - 1) * HOUR_MS, to - WEEK_MS);
    const hour = hourOfWeekAt(start);
    const whole = Math.floor((start - from) / WEEK_MS) + 1;
    if (whole !== weeks) [weeks, fade] = [whole, FADE_OF_WEEK ** whole];
    const begun = Math.max(0, end - weeks * WEEK_MS - from);
    const watchedMs = ((end - start) * (1 - fade)) / (1 - FADE_OF_WEEK) + begun * fade;
    hours[hour] = (hours[hour] ?? 0) + (watchedMs / HOUR_MS) * FADE_OF_WEEK ** ((to - start) / WEEK_MS);
    end = start;
  }
  return hours;
}

/** Weekdays and weekends apart: 24 hours of the one, then of the other. */
function toDailyRates(counts: readonly number[], watched: readonly number[], overall: number): HourRates {
  const articles = Array.from<number>({ length: 48 }).fill(PRIOR_ARTICLES_OF_DAY);
  const hours = Array.from<number>({ length: 48 }).fill(PRIOR_ARTICLES_OF_DAY / overall);
  for (let hour = 0; hour < HOURS_OF_WEEK; hour += 1) {
    const place = dayKind(hour) * 24 + (hour % 24);
    articles[place] = (articles[place] ?? 0) + (counts[hour] ?? 0);
    hours[place] = (hours[place] ?? 0) + (watched[hour] ?? 0);
  }
  return articles.map((count, place) => count / (hours[place] ?? 1));
}

function dayKind(hour: number): 0 | 1 {
  return hour >= (5 * DAY_MS) / HOUR_MS ? 1 : 0;
}

/** Half from the hour itself, a quarter from each of its neighbours. */
function smooth(hours: readonly number[]): readonly number[] {
  const at = (hour: number) => hours[(hour + HOURS_OF_WEEK) % HOURS_OF_WEEK] ?? 0;
  return hours.map((count, hour) => count / 2 + (at(hour - 1) + at(hour + 1)) / 4);
}

/** What something so long ago still counts, 0 to 1. */
export function weightOf(ageMs: number): number {
  return 0.5 ** (Math.max(0, ageMs) / HALF_LIFE_MS);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
