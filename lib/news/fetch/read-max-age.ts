import { SECOND_MS } from '@/lib/core/time';

/** Whoever says a year means "for ever", which no feed is. */
const MAX_AGE_SECONDS = 7 * 86_400;

/**
 * How long the site says its answer keeps: Cache-Control's `max-age`, else `Expires` against the site's own clock.
 * @returns seconds above 0, or `undefined` where it says nothing or wants it asked for each time.
 */
export function readMaxAge(headers: Readonly<Record<string, string>>, now: Date): number | undefined {
  const control = headers['cache-control']?.toLowerCase() ?? '';
  if (/\bno-(?:cache|store)\b/.test(control)) return undefined;
  const stated = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,12})/.exec(control)?.[1];
  const seconds = stated === undefined ? secondsToExpiry(headers, now) : Number(stated);
  return seconds !== undefined && seconds > 0 ? Math.min(seconds, MAX_AGE_SECONDS) : undefined;
}

function secondsToExpiry(headers: Readonly<Record<string, string>>, now: Date): number | undefined {
  const expires = Date.parse(headers['expires'] ?? '');
  if (Number.isNaN(expires)) return undefined;
  const said = Date.parse(headers['date'] ?? '');
  const from = Number.isNaN(said) ? now.getTime() : said;
  return Math.floor((expires - from) / SECOND_MS);
}
