import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/core/time';
import type { Decimal } from '@/lib/core/decimal';

/** How long back a chart looks, and how much of that one point stands for. */
export const CANDLE_RANGES = {
  '1h': { spanMs: HOUR_MS, stepMs: MINUTE_MS },
  '24h': { spanMs: DAY_MS, stepMs: 5 * MINUTE_MS },
} as const;

export type CandleRange = keyof typeof CANDLE_RANGES;

/** [start of the step in UTC seconds, open, high, low, close], prices in US dollars. */
export type CandlePoint = readonly [
  startsAt: number,
  open: Decimal,
  high: Decimal,
  low: Decimal,
  close: Decimal,
];

/** A token's course over a range. A step without a trade has no point: a gap is a gap. */
export interface CandleSeries {
  readonly tokenId: string;
  readonly range: CandleRange;
  readonly stepSeconds: number;
  /** First and last step of the range, UTC seconds; the last one is still running. */
  readonly from: number;
  readonly to: number;
  readonly points: readonly CandlePoint[];
  /** `live` for our own ticks, else the venue whose history it is. */
  readonly origins: readonly string[];
}

/** The steps a range covers at `now`. */
export function stepsOfRange(
  range: CandleRange,
  now: Date,
): { from: number; to: number; stepSeconds: number } {
  const { spanMs, stepMs } = CANDLE_RANGES[range];
  const last = Math.floor(now.getTime() / stepMs) * stepMs;
  return { from: (last - spanMs + stepMs) / 1_000, to: last / 1_000, stepSeconds: stepMs / 1_000 };
}
