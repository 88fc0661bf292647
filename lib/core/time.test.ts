import { expect, test } from 'vitest';
import { formatDuration, startOfMinute } from './time';

test.each([
  [-5, '0 s'],
  [999, '0 s'],
  [59_999, '59 s'],
  [60_000, '1 min'],
  [3_599_999, '59 min'],
  [3_600_000, '1 h'],
  [47 * 3_600_000, '47 h'],
  [49 * 3_600_000, '2 d'],
])('%i ms reads %s', (ms, words) => {
  expect(formatDuration(ms)).toBe(words);
});

test('a minute starts at its zero second, in UTC', () => {
  expect(startOfMinute(new Date('2026-11-23T12:34:56.789Z')).toISOString()).toBe('2026-11-23T12:34:00.000Z');
});
