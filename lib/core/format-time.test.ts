import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatAgo,
  formatClock,
  formatDate,
  formatDay,
  formatDelay,
  formatMoment,
  formatSince,
  hourKey,
  zoneNameAt,
} from './format-time';

const at = (text: string) => new Date(text);

test.each([
  ['2026-09-03T04:05:59Z', 'UTC', '3 Sep 2026, 04:05 UTC'],
  ['2026-11-23T23:30:00Z', 'Europe/Berlin', '24 Nov 2026, 00:30 CET'],
  ['2026-07-01T12:00:00Z', 'Europe/Berlin', '1 Jul 2026, 14:00 CEST'],
  ['2026-11-23T00:15:00Z', 'Asia/Kolkata', '23 Nov 2026, 05:45 GMT+5:30'],
  ['2026-01-01T00:00:00Z', 'UTC', '1 Jan 2026, 00:00 UTC'],
])('%s in %s reads %s', (moment, zone, shown) => {
  expect(formatMoment(at(moment), zone)).toBe(shown);
  expect(
    `${formatDate(at(moment), zone)}, ${formatClock(at(moment), zone)} ${zoneNameAt(at(moment), zone)}`,
  ).toBe(shown);
});

test.each([
  ['2026-11-23T00:00:00Z', 'Today'],
  ['2026-11-22T23:59:59Z', 'Yesterday'],
  ['2026-11-21T12:00:00Z', 'Sat 21 Nov'],
  ['2025-12-31T12:00:00Z', 'Wed 31 Dec 2025'],
])('on 23 November 2026 the day of %s is %s', (moment, day) => {
  expect(formatDay(at(moment), 'UTC', at('2026-11-23T08:00:00Z'))).toBe(day);
});

test.each([
  ['2026-11-23T07:05:00Z', '07:05'],
  ['2026-11-22T23:59:59Z', '22 Nov'],
  ['2025-12-31T12:00:00Z', '31 Dec 2025'],
])('on 23 November 2026 it has been so since %s: %s', (moment, since) => {
  expect(formatSince(at(moment), 'UTC', at('2026-11-23T08:00:00Z'))).toBe(since);
});

test('a day begins at midnight in the zone of its reader', () => {
  const late = at('2026-11-22T23:30:00Z');
  expect(formatDay(late, 'Europe/Berlin', at('2026-11-23T08:00:00Z'))).toBe('Today');
  expect(formatDay(late, 'UTC', at('2026-11-23T08:00:00Z'))).toBe('Yesterday');
});

test('an hour is known by its day too, and its key ends in the hour', () => {
  expect(hourKey(at('2026-11-23T14:59:00Z'), 'UTC')).toBe(hourKey(at('2026-11-23T14:00:00Z'), 'UTC'));
  expect(hourKey(at('2026-11-23T14:59:00Z'), 'UTC')).not.toBe(hourKey(at('2026-11-22T14:59:00Z'), 'UTC'));
  expect(hourKey(at('2026-11-23T04:59:00Z'), 'UTC').endsWith('04')).toBe(true);
});

test.each([
  ['2026-11-23T12:00:00Z', 'just now'],
  ['2026-11-23T11:59:01Z', 'just now'],
  ['2026-11-23T12:05:00Z', 'just now'],
  ['2026-11-23T11:59:00Z', '1 min ago'],
  ['2026-11-23T09:00:00Z', '3 h ago'],
  ['2026-11-20T12:00:00Z', '3 d ago'],
])('at noon %s was %s', (moment, ago) => {
  expect(formatAgo(at(moment), at('2026-11-23T12:00:00Z'))).toBe(ago);
});

test('who came behind the first says by how much, who came before it nothing', () => {
  const first = at('2026-11-23T12:00:00Z');
  expect(formatDelay(at('2026-11-23T12:04:30Z'), first)).toBe('+4 min');
  expect(formatDelay(first, first)).toBe('–');
  expect(formatDelay(at('2026-11-23T11:00:00Z'), first)).toBe('–');
});

test('in UTC every moment reads as a formatter of the machine would write it', () => {
  const machine = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  fc.assert(
    fc.property(
      fc.date({ min: at('1970-01-01T00:00Z'), max: at('2200-01-01T00:00Z'), noInvalidDate: true }),
      (moment) => {
        expect(machine.format(moment).slice(-5)).toBe(formatClock(moment, 'UTC'));
        expect(machine.format(moment).slice(0, 2)).toBe(
          formatDate(moment, 'UTC').split(' ')[0]?.padStart(2, '0'),
        );
      },
    ),
  );
});
