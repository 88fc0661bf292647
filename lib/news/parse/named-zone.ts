import { MINUTE_MS } from '@/lib/core/time';

/** `Europe/Berlin`, `America/Argentina/Buenos_Aires`, `Etc/GMT+5`; brackets may stand around it. */
const ZONE_NAME = /[[(]?\b([A-Z][\w+-]{1,20}(?:\/[A-Z][\w+-]{1,20}){1,2})[\])]?/i;
const WRITTEN_OFFSET = /GMT([+-])(\d{2}):(\d{2})/;
/** There are some 600 names; whoever invents others does not fill the memory with them. */
const MAX_REMEMBERED = 1_000;

const clocks = new Map<string, Intl.DateTimeFormat | undefined>();

/** A date as written → the zone of the tz database that it names, and what is left without it. */
export function splitNamedZone(
  written: string,
): { readonly zone: string; readonly rest: string } | undefined {
  if (!written.includes('/')) return undefined;
  const [whole = '', zone] = ZONE_NAME.exec(written) ?? [];
  if (zone === undefined || !clockOf(zone)) return undefined;
  return { zone, rest: written.replace(whole, ' ').trim() };
}

/** Minutes east of UTC while clocks there show this time, summer time counted in. */
export function zoneMinutesAt(zone: string, shown: Date): number {
  const roughly = minutesAt(zone, shown);
  return minutesAt(zone, new Date(shown.getTime() - roughly * MINUTE_MS));
}

function minutesAt(zone: string, moment: Date): number {
  const [, sign, hours, minutes] = WRITTEN_OFFSET.exec(clockOf(zone)?.format(moment) ?? '') ?? [];
  const total = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -total : total;
}

function clockOf(zone: string): Intl.DateTimeFormat | undefined {
  if (clocks.has(zone)) return clocks.get(zone);
  const clock = createClock(zone);
  if (clocks.size < MAX_REMEMBERED) clocks.set(zone, clock);
  return clock;
}

function createClock(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  } catch {
    return undefined;
  }
}
