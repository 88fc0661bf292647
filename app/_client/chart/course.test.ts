import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CandleSeries } from '@/lib/model/candle-series';
import { createCourse, isPoint } from './course';

const point = (time: number, ...prices: readonly string[]) =>
  [time, ...prices] as unknown as CandleSeries['points'][number];

const SERIES: CandleSeries = {
  tokenId: 'bitcoin',
  range: '1h',
  stepSeconds: 60,
  from: 0,
  to: 240,
  points: [point(0, '1', '3', '1', '2'), point(120, '2', '2', '2', '2')],
  origins: ['live'],
};

test('a step without a trade is an empty one', () => {
  expect(createCourse(SERIES).steps).toEqual([
    { time: 0, open: 1, high: 3, low: 1, close: 2 },
    { time: 60 },
    { time: 120, open: 2, high: 2, low: 2, close: 2 },
    { time: 180 },
    { time: 240 },
  ]);
});

test('prices make the running step, then open the next, leaving a gap where none came', () => {
  const course = createCourse(SERIES);
  expect(course.add(5, 250)).toEqual([{ time: 240, open: 5, high: 5, low: 5, close: 5 }]);
  expect(course.add(7, 260)).toEqual([{ time: 240, open: 5, high: 7, low: 5, close: 7 }]);
  expect(course.add(4, 299.9)).toEqual([{ time: 240, open: 5, high: 7, low: 4, close: 4 }]);
  expect(course.add(6, 421)).toEqual([
    { time: 300 },
    { time: 360 },
    { time: 420, open: 6, high: 6, low: 6, close: 6 },
  ]);
});

test('a price older than the last step changes nothing', () => {
  const course = createCourse(SERIES);
  const before = [...course.steps];
  expect(course.add(9, 239)).toEqual([]);
  expect(course.steps).toEqual(before);
});

test('a new series keeps the running step and believes the server about closed ones', () => {
  const course = createCourse(SERIES);
  course.add(5, 180);
  course.add(8, 240);
  const next = createCourse(
    { ...SERIES, from: 60, to: 300, points: [point(180, '5', '6', '4', '5')] },
    course.steps,
  );
  expect(next.steps).toEqual([
    { time: 60 },
    { time: 120 },
    { time: 180, open: 5, high: 6, low: 4, close: 5 },
    { time: 240, open: 8, high: 8, low: 8, close: 8 },
    { time: 300 },
  ]);
});

test('whatever comes, steps only go forward by one, and every candle holds together', () => {
  const ticks = fc.array(fc.tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: -120, max: 1_000 })));
  fc.assert(
    fc.property(ticks, (prices) => {
      const course = createCourse(SERIES);
      for (const [price, at] of prices) course.add(price, at);
      course.steps.forEach((step, index) => {
        expect(step.time).toBe(index * 60);
        if (!isPoint(step)) return;
        expect(step.low).toBeLessThanOrEqual(Math.min(step.open, step.close));
        expect(step.high).toBeGreaterThanOrEqual(Math.max(step.open, step.close));
      });
    }),
  );
});
