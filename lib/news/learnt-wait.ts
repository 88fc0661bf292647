import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import { expectedGapMs, nextHour, toHourRates, type HourRates, type Rhythm } from '@/lib/model/rhythm';
import { rhythmWords } from '@/lib/model/rhythm-words';

const MIN_WAIT_MS = 30 * SECOND_MS;
const MAX_WAIT_MS = 6 * HOUR_MS;
/** How often to ask a feed that brings an article an hour. */
const WAIT_AT_ONE_AN_HOUR_MS = 5 * MINUTE_MS;
/** Fewer articles in less time show no rhythm. */
const MIN_ARTICLES = 3;
const MIN_WATCHED_MS = 14 * DAY_MS;

/**
 * How long to wait for a feed of this rhythm, at these hours. Polls go with the square root of the articles: asking
 * twice as often for four times the news spends a given number of requests where they save the most waiting.
 */
export function learntWait(
  rhythm: Rhythm,
  now: Date,
): { readonly waitMs: number; readonly words: string } | undefined {
  const articles = rhythm.hours.reduce((sum, hour) => sum + hour, 0);
  const watchedMs = now.getTime() - Date.parse(rhythm.from);
  if (articles < MIN_ARTICLES && watchedMs < MIN_WATCHED_MS) return undefined;
  const rates = toHourRates(rhythm, now);
  return { waitMs: waitThrough(rates, now), words: rhythmWords(rates, now) };
}

/** Goes hour by hour, so that a quiet night ends where the morning begins. */
function waitThrough(rates: HourRates, now: Date): number {
  const start = now.getTime();
  let at = start;
  let left = 1;
  while (left > 0 && at - start < MAX_WAIT_MS) {
    const waitMs = waitAt(rates, new Date(at));
    const end = Math.min(nextHour(at), at + left * waitMs);
    left -= (end - at) / waitMs;
    if (end - at < 1) break;
    at = end;
  }
  return Math.min(MAX_WAIT_MS, Math.max(MIN_WAIT_MS, Math.round(at - start)));
}

function waitAt(rates: HourRates, at: Date): number {
  const waitMs = WAIT_AT_ONE_AN_HOUR_MS * Math.sqrt(expectedGapMs(rates, at) / HOUR_MS);
  return Math.min(MAX_WAIT_MS, Math.max(MIN_WAIT_MS, waitMs));
}
