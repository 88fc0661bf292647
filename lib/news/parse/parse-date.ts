import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import { monthOf, zoneMinutesOf } from './date-names';

const MAX_DATE_CHARS = 100;
const EARLIEST_YEAR = 1970;
const LATEST_YEAR = 2199;
const MAX_ZONE_MINUTES = 15 * 60;

const TIME = String.raw`(\d{1,2})(?::?(\d{2}))(?::?(\d{2})(?:[.,:](\d{1,9}))?)?`;
const ISO = new RegExp(
  String.raw`^(\d{4})(?:([-/.]?)(\d{2})(?:\2(\d{2}))?)?(?:[T ,]+${TIME})?[\s,]*(.*)$`,
  'i',
);
const ORDINAL = new RegExp(String.raw`^(\d{4})-?(\d{3})(?:T${TIME})?\s*(.*)$`, 'i');
const EAST_ASIAN = /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?\s*(.*)$/;
const NUMERIC = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})\b[\s,]*(.*)$/;
const CLOCK = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?\s*([ap])?\.?(?:m\b\.?)?$/i;
const OFFSET = /^(?:gmt|utc|ut|z)?\s*([+-])(\d{1,2}):?(\d{2})?$/i;

/**
 * Reads a date as feeds write it: RFC 822 in its odd forms, ISO 8601, asctime, US and East Asian forms, zone names.
 * Without a zone it is UTC. What cannot be read, or never was a day, is `undefined`.
 */
export function parseDate(written: string): Date | undefined {
  if (written.length > MAX_DATE_CHARS) return undefined;
  const text = written
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const readers = [readIso, readOrdinal, readEpoch, readEastAsian, readNumeric, readWords];
  for (const read of readers) {
    const moment = read(text);
    if (moment) return moment;
  }
  return undefined;
}

function readIso(text: string): Date | undefined {
  const match = ISO.exec(text);
  if (!match) return undefined;
  const [, year = '', , month = '1', day = '1', hour, minute, second, fraction, rest = ''] = match;
  const zone = readZone(rest);
  if (zone === undefined) return undefined;
  return toMoment({ year, month, day }, { hour, minute, second, fraction }, zone);
}

/** `2003-335`: the day of the year. */
function readOrdinal(text: string): Date | undefined {
  const match = ORDINAL.exec(text);
  if (!match) return undefined;
  const [, year = '', day = '', hour, minute, second, fraction, rest = ''] = match;
  const zone = readZone(rest);
  const start = toMoment({ year, month: '1', day: '1' }, { hour, minute, second, fraction }, zone ?? 0);
  if (zone === undefined || !start || Number(day) < 1 || Number(day) > 366) return undefined;
  return new Date(start.getTime() + (Number(day) - 1) * DAY_MS);
}

function readEpoch(text: string): Date | undefined {
  if (/^\d{13}$/.test(text)) return new Date(Number(text));
  return /^\d{10}$/.test(text) ? new Date(Number(text) * SECOND_MS) : undefined;
}

function readEastAsian(text: string): Date | undefined {
  const match = EAST_ASIAN.exec(text);
  if (!match) return undefined;
  const [, year = '', month = '', day = '', rest = ''] = match;
  const afternoon = /下午|오후|午後/.test(rest);
  const clock = rest.replace(/[^\d:.+\- ]/g, ' ').trim();
  const [time = '', ...zone] = clock.split(' ').filter((piece) => piece !== '');
  return readTail({ year, month, day }, [afternoon ? `${time}pm` : time, ...zone]);
}

/** `13/05/2024` can only be a day first; where both would do, the American order is the commoner one. */
function readNumeric(text: string): Date | undefined {
  const match = NUMERIC.exec(text);
  if (!match) return undefined;
  const [, first = '', separator, second = '', year = '', rest = ''] = match;
  const dayFirst = Number(first) > 12 || (separator === '.' && Number(second) <= 12);
  const [month, day] = dayFirst ? [second, first] : [first, second];
  return readTail({ year, month, day }, rest.split(' '));
}

/** A month by name among a day, a year, a clock and a zone in nearly any order. */
function readWords(text: string): Date | undefined {
  const pieces = text.split(/[\s,]+|(?<=\d)-(?=\p{L})|(?<=\p{L})-(?=\d)/u).filter((piece) => piece !== '');
  // The last one: in Romance languages a Tuesday looks like March.
  const month = pieces.findLastIndex((piece) => /^\p{L}/u.test(piece) && monthOf(piece) !== undefined);
  if (month === -1) return undefined;
  const numbers = pieces.flatMap((piece, index) => toDayOrYear(piece, index, month));
  const day = numbers.find(({ value, digits }) => digits <= 2 && value >= 1 && value <= 31);
  const year = numbers.find((number) => number !== day && number.digits !== 1);
  if (!day || !year) return undefined;
  const tail = pieces.filter((_, index) => index !== month && index !== day.index && index !== year.index);
  const name = String((monthOf(pieces[month] ?? '') ?? 0) + 1);
  return readTail({ year: year.text, month: name, day: String(day.value) }, tail);
}

function toDayOrYear(piece: string, index: number, month: number) {
  const match = /^'?(\d{1,4})(?:st|nd|rd|th|\.|º|ª)?$/i.exec(piece);
  if (!match?.[1] || index === month) return [];
  return [{ index, text: match[1], value: Number(match[1]), digits: match[1].length }];
}

/** Clock and zone are what is left; words that say nothing (weekdays, "at") are passed over. */
function readTail(day: WrittenDay, pieces: readonly string[]): Date | undefined {
  let clock: WrittenClock = {};
  let zone: number | undefined;
  const tokens = pieces
    .join(' ')
    .replace(/(\d)\s+([ap])\.?m\b\.?/gi, '$1$2m')
    .split(' ');
  for (const token of tokens) {
    const time = CLOCK.exec(token);
    if (time && clock.hour === undefined) clock = toClock(time);
    else zone ??= readZoneWord(token);
  }
  return toMoment(day, clock, zone ?? 0);
}

function toClock([, hour = '', minute, second, fraction, half]: RegExpExecArray): WrittenClock {
  const hours = Number(hour) % 12;
  const written = half === undefined ? hour : String(half.toLowerCase() === 'p' ? hours + 12 : hours);
  return { hour: written, minute, second, fraction };
}

/** What may follow an ISO time: nothing, an offset, a name, or both; `undefined` for anything else. */
function readZone(text: string): number | undefined {
  const words = text.split(' ').filter((word) => word !== '');
  if (words.length === 0) return 0;
  if (words.length > 3) return undefined;
  let zone: number | undefined;
  for (const word of words) zone ??= readZoneWord(word);
  return zone;
}

function readZoneWord(word: string): number | undefined {
  const offset = OFFSET.exec(word);
  if (!offset) return /^[a-z.]{1,5}$/i.test(word) ? zoneMinutesOf(word) : undefined;
  const [, sign, hours, minutes = '0'] = offset;
  const total = Number(hours) * 60 + Number(minutes);
  if (total > MAX_ZONE_MINUTES) return undefined;
  return sign === '-' ? -total : total;
}

function toMoment(day: WrittenDay, clock: WrittenClock, zoneMinutes: number): Date | undefined {
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
