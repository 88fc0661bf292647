import { DAY_MS, SECOND_MS } from '@/lib/core/time';

/** A server that asks for more than a day is asked again after a day. */
const MAX_RETRY_AFTER_MS = DAY_MS;

/** `Retry-After` in seconds or as an HTTP date → ms from `now`; `undefined` for neither. */
export function readRetryAfter(value: string | undefined, now: Date): number | undefined {
  if (value === undefined) return undefined;
  const ms = /^\d{1,9}$/.test(value.trim()) ? Number(value) * SECOND_MS : Date.parse(value) - now.getTime();
  return Number.isFinite(ms) ? Math.min(MAX_RETRY_AFTER_MS, Math.max(0, ms)) : undefined;
}
