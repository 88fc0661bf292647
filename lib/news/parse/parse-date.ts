import { DAY_MS, SECOND_MS } from '@/lib/core/time';
import { monthOf } from './date-names';
import { readTail, readZone, readZoneWord, toMoment } from './date-parts';
import { splitNamedZone, zoneMinutesAt } from './named-zone';
import { tidyDate } from './tidy-date';

const MAX_DATE_CHARS = 100;
/** Publishers who write dates in Korean mean Korean time. */
const KOREAN = /\p{Script=Hangul}/u;
const ZONED = /(?:[+-]\d{2}:?\d{2}|[A-Z]{2,5})$/;

/** As RFC 822 wants it, and nine feeds of ten write it. */
const PLAIN = /^[A-Z][a-z]{2}, (\d\d?) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) (?:GMT|([+-]\d{4}))$/;
const TIME = String.raw`(\d{1,2})(?::?(\d{2}))(?::?(\d{2})(?:[.,:](\d{1,9})\d*)?)?`;
const ISO = new RegExp(
  String.raw`^(\d{4})(?:([-/.]?)(\d{2})(?:\2(\d{2}))?)?(?:[T ,]+${TIME})?[\s,]*(.*)$`,
  'i',
);
const ORDINAL = new RegExp(String.raw`^(\d{4})-?(\d{3})(?:[T ]${TIME})?\s*(.*)$`, 'i');
const SHORT_ISO = /^(\d{2})(\d{2})(\d{2})$/;
const YEAR_FIRST = /^(\d{4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})(?:\.|\b)[\s,]*(.*)$/;
const EAST_ASIAN = /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?\s*(.*)$/;
const NUMERIC = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{1,2})\b[\s,]*(.*)$/;
const CLOCK_FIRST = /^(\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]m)?),?\s+(.+)$/i;
/** Where a word and a number, or two numbers of a date, stick together: `5-Feb-2024`, `5Feb2024`. */
const PIECES =
  /[\s,]+|(?<=\d)-(?=[\p{L}\d])|(?<=\p{L})(?<!\b(?:utc|gmt))-(?=\d)|(?<=\d)(?=\p{L}{3})|(?<=\p{L}{3})(?=\d)/iu;

/**
 * Reads a date as feeds write it: RFC 822 in its odd forms, ISO 8601, asctime, US and East Asian forms, zones by
 * abbreviation or by name. Without a zone it is UTC. What cannot be read, or never was a day, is `undefined`.
 */
export function parseDate(written: string): Date | undefined {
  if (written.length > MAX_DATE_CHARS) return undefined;
  return readPlain(written) ?? readIso(written) ?? readInNamedZone(written) ?? readOdd(written);
}

/** A zone by its name becomes what it stood for on that day; an offset that is written too goes before it. */
function readInNamedZone(written: string): Date | undefined {
  const named = splitNamedZone(written);
  const shown = named && readOdd(named.rest);
  return shown && readOdd(`${named.rest} ${toOffset(zoneMinutesAt(named.zone, shown))}`);
}

function toOffset(minutes: number): string {
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

function readOdd(written: string): Date | undefined {
  const text = withKoreanTime(tidyDate(written), written);
  for (const read of READERS) {
    const moment = read(text);
    if (moment) return moment;
  }
  const [, clock, rest] = CLOCK_FIRST.exec(text) ?? [];
  return rest === undefined || CLOCK_FIRST.test(rest) ? undefined : parseDate(`${rest} ${clock}`);
}

function withKoreanTime(text: string, written: string): string {
  return KOREAN.test(written) && !ZONED.test(text) ? `${text} +09:00` : text;
}

function readPlain(text: string): Date | undefined {
  const match = PLAIN.exec(text);
  if (!match) return undefined;
  const [, day = '', name = '', year = '', hour, minute, second, offset = '+00'] = match;
  const month = String((monthOf(name) ?? Number.NaN) + 1);
  const zone = readZoneWord(offset);
  return zone === undefined ? undefined : toMoment({ year, month, day }, { hour, minute, second }, zone);
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

/** `031231` */
function readShortIso(text: string): Date | undefined {
  const [, year, month = '', day = ''] = SHORT_ISO.exec(text) ?? [];
  return year === undefined ? undefined : toMoment({ year, month, day }, {}, 0);
}

function readEpoch(text: string): Date | undefined {
  if (/^\d{13}$/.test(text)) return new Date(Number(text));
  return /^\d{10}(?:\.\d{1,9})?$/.test(text) ? new Date(Math.trunc(Number(text) * SECOND_MS)) : undefined;
}

/** Nothing may follow that is neither clock nor zone: the year could be any number. */
function readYearFirst(text: string): Date | undefined {
  const match = YEAR_FIRST.exec(text);
  if (!match) return undefined;
  const [, year = '', , month = '', day = '', rest = ''] = match;
  return readTail({ year, month, day }, rest.split(' '), { isStrict: true });
}

function readEastAsian(text: string): Date | undefined {
  const match = EAST_ASIAN.exec(text);
  if (!match) return undefined;
  const [, year = '', month = '', day = '', rest = ''] = match;
  return readTail({ year, month, day }, rest.split(' '));
}

/**
 * `13/05/2024` can only be a day first; where both would do, the American order is the commoner one. Hyphens between
 * two digits each mean ISO's order, and a single digit is no year.
 */
function readNumeric(text: string): Date | undefined {
  const match = NUMERIC.exec(text);
  if (!match) return undefined;
  const [, first = '', separator, second = '', third = '', rest = ''] = match;
  const [year, month, day] = orderNumbers([first, second, third], separator);
  return readTail({ year, month, day }, rest.split(' '));
}

type ThreeNumbers = readonly [string, string, string];

function orderNumbers([first, second, third]: ThreeNumbers, separator: string | undefined): ThreeNumbers {
  const isIso = third.length === 2 && separator === '-' && Number(second) <= 12;
  if (isIso || third.length === 1) return [first, second, third];
  const isDayFirst = Number(first) > 12 || (separator === '.' && Number(second) <= 12);
  return isDayFirst ? [third, second, first] : [third, first, second];
}

/** A month by name among a day, a year, a clock and a zone in nearly any order. */
function readWords(text: string): Date | undefined {
  const pieces = text.split(PIECES).filter((piece) => piece !== '');
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

const READERS = [
  readEpoch,
  readIso,
  readOrdinal,
  readShortIso,
  readYearFirst,
  readEastAsian,
  readNumeric,
  readWords,
];

function toDayOrYear(piece: string, index: number, month: number) {
  const match = /^'?(\d{1,4})(?:st|nd|rd|th|\.|º|ª)?$/i.exec(piece);
  if (!match?.[1] || index === month) return [];
  return [{ index, text: match[1], value: Number(match[1]), digits: match[1].length }];
}
