import type { CandleSeries } from '@/lib/model/candle-series';

/**
 * A course that grows while it is watched: the series of the server, then the prices of the socket.
 * Time only goes forward, and a step without a trade stays an empty one.
 * @param before the steps drawn so far: those the server has not closed yet are kept.
 */
export function createCourse(series: CandleSeries, before: readonly CourseStep[] = []): Course {
  const { from, to, stepSeconds } = series;
  const closedUntil = series.points.at(-1)?.[0] ?? -Infinity;
  const kept = before.filter((step) => isPoint(step) && step.time > closedUntil);
  const known = new Map<number, CourseStep>(
    [...series.points.map(toPoint), ...kept].map((step) => [step.time, step]),
  );
  const steps: CourseStep[] = [];
  const end = Math.max(to, kept.at(-1)?.time ?? to);
  for (let time = from; time <= end; time += stepSeconds) steps.push(known.get(time) ?? { time });

  return {
    steps,
    add(price, atSeconds) {
      const time = Math.floor(atSeconds / stepSeconds) * stepSeconds;
      const last = steps.at(-1);
      if (last === undefined || time < last.time) return [];
      const added: CourseStep[] = [];
      for (let empty = last.time + stepSeconds; empty < time; empty += stepSeconds)
        added.push({ time: empty });
      const point = time === last.time ? extend(last, price) : opened(time, price);
      if (time === last.time) steps.pop();
      added.push(point);
      steps.push(...added);
      return added;
    },
  };
}

function toPoint([time, open, high, low, close]: CandleSeries['points'][number]): CoursePoint {
  return { time, open: Number(open), high: Number(high), low: Number(low), close: Number(close) };
}

function opened(time: number, price: number): CoursePoint {
  return { time, open: price, high: price, low: price, close: price };
}

function extend(step: CourseStep, price: number): CoursePoint {
  if (!isPoint(step)) return opened(step.time, price);
  return { ...step, high: Math.max(step.high, price), low: Math.min(step.low, price), close: price };
}

export function isPoint(step: CourseStep): step is CoursePoint {
  return 'close' in step;
}

/** Prices as numbers: they are only drawn. */
export interface CoursePoint {
  readonly time: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
}

/** A step of time, with or without a trade. */
export type CourseStep = CoursePoint | { readonly time: number };

export interface Course {
  /** Oldest first, none missing. */
  readonly steps: readonly CourseStep[];
  /** Takes a price in and returns the steps that changed; none where the price is older than the last step. */
  add(price: number, atSeconds: number): readonly CourseStep[];
}
