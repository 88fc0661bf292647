import { toHttpUrl } from '@/lib/core/url';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import { elementNames } from './element-names';
import { linksByRel } from './read-links';
import { childText, type XmlElement } from './xml-element';

const MAX_HUBS = 5;
const MAX_INTERVAL_SECONDS = (366 * DAY_MS) / SECOND_MS;
const TTL = elementNames('ttl');
const UPDATE_PERIOD = elementNames('sy:updateperiod');
const UPDATE_FREQUENCY = elementNames('sy:updatefrequency');

const PERIOD_MS: Readonly<Record<string, number>> = {
  hourly: HOUR_MS,
  daily: DAY_MS,
  weekly: 7 * DAY_MS,
  monthly: 30 * DAY_MS,
  yearly: 365 * DAY_MS,
};

/** How long the feed asks to be left alone: `<ttl>` in minutes, else so many times an `sy:updatePeriod`. */
export function readAnnouncedInterval(channel: XmlElement): number | undefined {
  const ttl = toCount(childText(channel, TTL));
  if (ttl !== undefined) return toInterval(ttl * MINUTE_MS);
  const period = childText(channel, UPDATE_PERIOD)?.toLowerCase();
  const frequency = childText(channel, UPDATE_FREQUENCY);
  if (period === undefined && frequency === undefined) return undefined;
  // RSS 1.0's module: daily where no period is named, once where no frequency is.
  const periodMs = Object.hasOwn(PERIOD_MS, period ?? 'daily') ? PERIOD_MS[period ?? 'daily'] : undefined;
  return periodMs === undefined ? undefined : toInterval(periodMs / (toCount(frequency) ?? 1));
}

/** WebSub hubs among a feed's links. */
export function readHubs(links: readonly XmlElement[], base: string | undefined): readonly string[] {
  return toHubs(linksByRel(links, 'hub', base));
}

/** Those that can be asked, each once. */
export function toHubs(addresses: readonly string[]): readonly string[] {
  const hubs = addresses.flatMap((address) => toHttpUrl(address)?.href ?? []);
  return [...new Set(hubs)].slice(0, MAX_HUBS);
}

function toCount(text: string | undefined): number | undefined {
  const count = text === undefined ? Number.NaN : Number(text);
  return Number.isFinite(count) && count > 0 ? count : undefined;
}

function toInterval(ms: number): number {
  return Math.min(Math.max(1, Math.round(ms / SECOND_MS)), MAX_INTERVAL_SECONDS);
}
