import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import { zoneMinutesOf } from './date-names';

const EARLIEST_YEAR = 1970;
const LATEST_YEAR = 2199;
const MAX_ZONE_MINUTES = 15 * 60;
const CLOCK =
  /^(\d{1,2})(?::(\d{1,2})|\.(\d{2}))(?:[:.](\d{1,2})(?:[.,](\d{1,9})\d*)?)?\s*([ap])?\.?(?:m\b\.?)?$/i;
const HOUR = /^\d{1,2}$/;
const OFFSET = /^(?:gmt|utc|ut|z)?\s*([+-])(\d{1,2}):?(\d{2})?$/i;
const ZONE_NAME = /^(?:etc\/)?[a-z.]{1,5}$/i;

/** Clock and zone are what is left beside a day; words that say nothing (weekdays, "at") are passed over, unless strict. */
export function readTail(
  day: WrittenDay,
  pieces: readonly string[],
  { isStrict }: { readonly isStrict: boolean } = { isStrict: false },
): Date | undefined {
  const tokens = toTokens(pieces);
  const clocks = tokens.map((token, index) => readClock(token, tokens[index + 1]));
  const zones = tokens.map((token, index) => (clocks[index] ? undefined : readZoneWord(token)));
  const isUnderstood = tokens.every((_, index) => clocks[index] !== undefined || zones[index] !== undefined);
  if (isStrict && !isUnderstood) return undefined;
  return toMoment(day, clocks.find(isGiven) ?? {}, zones.find(isGiven) ?? 0);
}

function toTokens(pieces: readonly string[]): string[] {
  const text = pieces.join(' ').replace(/(\d)\s+([ap])\.?m\b\.?/gi, '$1$2m');
  return text.split(' ').filter((token) => token !== '');
}

function isGiven<T>(value: T | undefined): value is T {
  return value !== undefined;
}

/** A lone number before an offset is the hour. */
function readClock(token: string, next: string | undefined): WrittenClock | undefined {
  if (HOUR.test(token) && next !== undefined && OFFSET.test(next)) return { hour: token };
  const match = CLOCK.exec(token);
  if (!match) return undefined;
  const [, hour = '', minute, dotted, second, fraction, half] = match;
  const hours = Number(hour) % 12;
  const written = half === undefined ? hour : String(half.toLowerCase() === 'p' ? hours + 12 : hours);
  return { hour: written, minute: minute ?? dotted, second, fraction };
}

/** What may follow an ISO time: nothing, an offset, a name, or both; `undefined` for anything else. */
export function readZone(text: string): number | undefined {
  const words = text.split(' ').filter((word) => word !== '');
  const zones = words.map(readZoneWord);
  return words.length > 3 || zones.includes(undefined) ? undefined : (zones[0] ?? 0);
}

export function readZoneWord(word: string): number | undefined {
  const offset = OFFSET.exec(word);
  if (!offset) return toNamedZone(word);
  const [, sign, hours, minutes = '0'] = offset;
  const total = Number(hours) * 60 + Number(minutes);
  if (total > MAX_ZONE_MINUTES) return undefined;
  return sign === '-' ? -total : total;
}

function toNamedZone(word: string): number | undefined {
  return ZONE_NAME.test(word) ? zoneMinutesOf(word.replace(/^etc\//i, '')) : undefined;
}

/** The moment of a day and a clock, if there ever was one. */
export function toMoment(day: WrittenDay, clock: WrittenClock, zoneMinutes: number): Date | undefined {
  const year = toFullYear(day.year);
  const month = Number(day.month) - 1;
  const date = new Date(Date.UTC(year, month, Number(day.day)));
  if (date.getUTCMonth() !== month || date.getUTCDate() !== Number(day.day)) return undefined;
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return undefined;
  const time = toMillis(clock);
  return time === undefined ? undefined : new Date(date.getTime() + time - zoneMinutes * MINUTE_MS);
}

/** Two digits: RFC 2822's rule. */
function toFullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function toMillis({
  hour = '0',
  minute = '0',
  second = '0',
  fraction = '',
}: WrittenClock): number | undefined {
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const millis = Number(fraction.padEnd(3, '0').slice(0, 3));
  return Number(hour) * HOUR_MS + Number(minute) * MINUTE_MS + Number(second) * SECOND_MS + millis;
}

interface WrittenDay {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

interface WrittenClock {
  readonly hour?: string | undefined;
  readonly minute?: string | undefined;
  readonly second?: string | undefined;
  readonly fraction?: string | undefined;
}
