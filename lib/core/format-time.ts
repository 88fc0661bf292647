import { DAY_MS, formatDuration, MINUTE_MS } from './time';

const DASH = '–';

// Written out: machines disagree whether September is Sep or Sept.
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `14:03` in `zone` (an IANA name). The same on every machine: no locale decides the order. */
export function formatClock(at: Date, zone: string): string {
  const { hour, minute } = partsOf(at, zone);
  return `${hour}:${minute}`;
}

/** `12 Nov 2025`. */
export function formatDate(at: Date, zone: string): string {
  const { day, month, year } = partsOf(at, zone);
  return `${day} ${month} ${year}`;
}

/** `12 Nov 2025, 14:03 UTC`: a moment no reader can mistake. */
export function formatMoment(at: Date, zone: string): string {
  return `${formatDate(at, zone)}, ${formatClock(at, zone)} ${zoneNameAt(at, zone)}`;
}

/** The day as a list heads it: `Today`, `Yesterday`, else `Wed 12 Nov`, with the year where it is another. */
export function formatDay(at: Date, zone: string, now: Date): string {
  const day = dayKey(at, zone);
  if (day === dayKey(now, zone)) return 'Today';
  if (day === dayKey(new Date(now.getTime() - DAY_MS), zone)) return 'Yesterday';
  const parts = partsOf(at, zone);
  const year = parts.year === partsOf(now, zone).year ? '' : ` ${parts.year}`;
  return `${parts.weekday} ${parts.day} ${parts.month}${year}`;
}

/** What stands after "since": `14:03` on the same day, else `12 Nov`, with the year where it is another. */
export function formatSince(at: Date, zone: string, now: Date): string {
  if (dayKey(at, zone) === dayKey(now, zone)) return formatClock(at, zone);
  const { day, month, year } = partsOf(at, zone);
  return year === partsOf(now, zone).year ? `${day} ${month}` : `${day} ${month} ${year}`;
}

/** `12 min ago`; within the minute `just now`. A moment that has not come yet also reads `just now`. */
export function formatAgo(at: Date, now: Date): string {
  const age = now.getTime() - at.getTime();
  return age < MINUTE_MS ? 'just now' : `${formatDuration(age)} ago`;
}

/** How far `at` came behind `first`: `+12 min`; an en dash for the first itself. */
export function formatDelay(at: Date, first: Date): string {
  const delay = at.getTime() - first.getTime();
  return delay <= 0 ? DASH : `+${formatDuration(delay)}`;
}

/** Equal for two moments of the same day in `zone`. */
function dayKey(at: Date, zone: string): string {
  const { day, month, year } = partsOf(at, zone);
  return `${year} ${month} ${day}`;
}

/** Equal for two moments of the same hour in `zone`; ends in the hour. */
export function hourKey(at: Date, zone: string): string {
  return `${dayKey(at, zone)} ${partsOf(at, zone).hour}`;
}

/** What a clock in `zone` is called at that moment: `UTC`, `CET`, `GMT-5`. */
export function zoneNameAt(at: Date, zone: string): string {
  return partsOf(at, zone).zoneName;
}

function partsOf(at: Date, zone: string): Parts {
  if (zone === 'UTC') return utcPartsOf(at);
  const minute = Math.floor(at.getTime() / MINUTE_MS);
  const last = latest.get(zone);
  if (last?.minute === minute) return last.parts;
  const parts = zonePartsOf(at, zone);
  latest.set(zone, { minute, parts });
  return parts;
}

/** A page asks hundreds of times; the formatter of the machine would take ten milliseconds of each page. */
function utcPartsOf(at: Date): Parts {
  return {
    weekday: WEEKDAYS[at.getUTCDay()] ?? '',
    day: at.getUTCDate(),
    month: MONTHS[at.getUTCMonth()] ?? '',
    year: at.getUTCFullYear(),
    hour: twoDigits(at.getUTCHours()),
    minute: twoDigits(at.getUTCMinutes()),
    zoneName: 'UTC',
  };
}

function zonePartsOf(at: Date, zone: string): Parts {
  const formatter = formatters.get(zone) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...SHOWN });
  formatters.set(zone, formatter);
  const found = new Map(formatter.formatToParts(at).map((part) => [part.type, part.value]));
  return {
    weekday: found.get('weekday') ?? '',
    day: Number(found.get('day')),
    month: MONTHS[Number(found.get('month')) - 1] ?? '',
    year: Number(found.get('year')),
    hour: found.get('hour') ?? '',
    minute: found.get('minute') ?? '',
    zoneName: found.get('timeZoneName') ?? zone,
  };
}

function twoDigits(figure: number): string {
  return String(figure).padStart(2, '0');
}

const SHOWN = {
  hourCycle: 'h23',
  weekday: 'short',
  day: 'numeric',
  month: 'numeric',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
} as const satisfies Intl.DateTimeFormatOptions;

const formatters = new Map<string, Intl.DateTimeFormat>();
/** One row asks for its clock, its hour and its day in turn. */
const latest = new Map<string, { readonly minute: number; readonly parts: Parts }>();

interface Parts {
  readonly weekday: string;
  readonly day: number;
  readonly month: string;
  readonly year: number;
  readonly hour: string;
  readonly minute: string;
  readonly zoneName: string;
}
