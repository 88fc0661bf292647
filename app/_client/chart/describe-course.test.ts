import { expect, test } from 'vitest';
import type { CandleSeries } from '@/lib/model/candle-series';
import { describeCourse, tabulateCourse } from './describe-course';

const NOON = Date.UTC(2026, 10, 23, 12) / 1_000;
const point = (minute: number, ...prices: readonly string[]) =>
  [NOON + minute * 60, ...prices] as unknown as CandleSeries['points'][number];

const SERIES: CandleSeries = {
  tokenId: 'bitcoin',
  range: '1h',
  stepSeconds: 60,
  from: NOON - 3_540,
  to: NOON + 420,
  points: [
    point(0, '100', '109', '99', '101'),
    point(3, '101', '120', '90', '95'),
    point(7, '95', '111', '95', '110'),
  ],
  origins: ['live'],
};

test('the chart reads as a sentence', () => {
  expect(describeCourse('Bitcoin', SERIES)).toBe(
    'Bitcoin over the last hour: from 100.00 to 110.00 US dollars, up 10.00 percent; highest 120.00, lowest 90.00.',
  );
});

test('an empty chart says so', () => {
  expect(describeCourse('Bitcoin', { ...SERIES, range: '24h', points: [] })).toBe(
    'No trade of Bitcoin was recorded in the last 24 hours.',
  );
});

test('the table gathers minutes, newest first, in the zone of the reader', () => {
  expect(tabulateCourse(SERIES, 'Asia/Kolkata').map(({ time, prices }) => [time, ...prices])).toEqual([
    ['17:35 GMT+5:30', '95.00', '111.00', '95.00', '110.00'],
    ['17:30 GMT+5:30', '100.00', '120.00', '90.00', '95.00'],
  ]);
});
