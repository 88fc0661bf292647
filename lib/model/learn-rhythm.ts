import { HOUR_MS } from '@/lib/core/time';
import { HOURS_OF_WEEK, hourOfWeek, LATEST_LANGUAGES, toHourRates, weightOf, type Rhythm } from './rhythm';

/** More in one hour teaches nothing: an archive or a flood came in. */
const MAX_ARTICLES_AN_HOUR = 60;
const MIN_LESSON_AN_HOUR = 12;
const LESSON_FACTOR = 4;
/** Of an archive, the oldest tenth may be pinned or misdated. */
const OUTLIER_SHARE = 0.1;
const MIN_ARTICLES_WITH_OUTLIERS = 10;
const MAX_LANGUAGES = 12;

/** The rhythm after some more articles; a feed's first archive is as good a lesson as watching it. */
export function learnRhythm(
  known: Rhythm | undefined,
  publications: readonly Publication[],
  now: Date,
): Rhythm | undefined {
  const fresh = publications
    .filter(({ at }) => Number.isFinite(at.getTime()))
    .map(({ at, language }) => ({ at: Math.min(at.getTime(), now.getTime()), language }))
    .toSorted((one, other) => one.at - other.at);
  if (fresh.length === 0) return known;
  const from = known ? Date.parse(known.from) : startOfArchive(fresh.map(({ at }) => at));
  const counted = fresh.filter(({ at }) => at >= from);
  const last = Math.max(known?.lastArticleAt ? Date.parse(known.lastArticleAt) : 0, fresh.at(-1)?.at ?? 0);
  return {
    hours: addUp(known, counted, now),
    from: new Date(from).toISOString(),
    learntTo: now.toISOString(),
    lastArticleAt: new Date(last).toISOString(),
    languages: countLanguages(known, fresh, now),
    latest: [...(known?.latest ?? []), ...fresh.map(({ language }) => language)].slice(-LATEST_LANGUAGES),
  };
}

function startOfArchive(times: readonly number[]): number {
  const outliers = times.length < MIN_ARTICLES_WITH_OUTLIERS ? 0 : Math.floor(times.length * OUTLIER_SHARE);
  return times[outliers] ?? 0;
}

function addUp(
  known: Rhythm | undefined,
  fresh: readonly { readonly at: number }[],
  now: Date,
): readonly number[] {
  const fade = known ? weightOf(now.getTime() - Date.parse(known.learntTo)) : 0;
  const hours = Array.from({ length: HOURS_OF_WEEK }, (_, hour) => (known?.hours[hour] ?? 0) * fade);
  const rates = known && toHourRates(known, now);
  const byHour = new Map<number, number>();
  for (const { at } of fresh) {
    const start = Math.floor(at / HOUR_MS) * HOUR_MS;
    byHour.set(start, (byHour.get(start) ?? 0) + 1);
  }
  for (const [start, articles] of byHour) {
    const hour = hourOfWeek(new Date(start));
    const limit = rates
      ? Math.max(MIN_LESSON_AN_HOUR, LESSON_FACTOR * (rates[hour] ?? 0))
      : MAX_ARTICLES_AN_HOUR;
    const lesson = Math.min(articles, limit, MAX_ARTICLES_AN_HOUR);
    hours[hour] = (hours[hour] ?? 0) + lesson * weightOf(now.getTime() - start);
  }
  return hours.map(toThousandths);
}

function countLanguages(
  known: Rhythm | undefined,
  fresh: readonly { readonly language: string }[],
  now: Date,
): Readonly<Record<string, number>> {
  const fade = known ? weightOf(now.getTime() - Date.parse(known.learntTo)) : 0;
  const counts = new Map(Object.entries(known?.languages ?? {}).map(([name, count]) => [name, count * fade]));
  for (const { language } of fresh) counts.set(language, (counts.get(language) ?? 0) + 1);
  const kept = [...counts].toSorted((one, other) => other[1] - one[1]).slice(0, MAX_LANGUAGES);
  return Object.fromEntries(kept.map(([name, count]) => [name, toThousandths(count)]));
}

function toThousandths(count: number): number {
  return Math.round(count * 1_000) / 1_000;
}

/** An article as far as rhythm goes. */
export interface Publication {
  /** As claimed, else by first sight. */
  readonly at: Date;
  readonly language: string;
}
