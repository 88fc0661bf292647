import { formatPrice, priceDecimals, speakChange, writePrice } from '@/lib/core/format-price';
import { percentChange } from '@/lib/core/decimal';
import { formatClock, zoneNameAt } from '@/lib/core/format-time';
import type { CandlePoint, CandleRange, CandleSeries } from '@/lib/model/candle-series';

/** A table says the hour by five minutes, and the day by the hour. */
const TABLE_STEP_SECONDS: Readonly<Record<CandleRange, number>> = { '1h': 300, '24h': 3_600 };
const RANGE_WORDS: Readonly<Record<CandleRange, string>> = {
  '1h': 'the last hour',
  '24h': 'the last 24 hours',
};

/** The chart in a sentence, for those who do not see it. */
export function describeCourse(name: string, series: CandleSeries): string {
  const { points, range } = series;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return `No trade of ${name} was recorded in ${RANGE_WORDS[range]}.`;
  const highest = points.reduce((best, point) => (Number(point[2]) > Number(best[2]) ? point : best));
  const lowest = points.reduce((best, point) => (Number(point[3]) < Number(best[3]) ? point : best));
  const decimals = priceDecimals(last[4]);
  const change = speakChange(percentChange(first[1], last[4]));
  return (
    `${name} over ${RANGE_WORDS[range]}: from ${writePrice(first[1], decimals)} to ${writePrice(last[4], decimals)} US dollars, ${change}; ` +
    `highest ${writePrice(highest[2], decimals)}, lowest ${writePrice(lowest[3], decimals)}.`
  );
}

/** The course in so few rows that they can be read, the newest first. */
export function tabulateCourse({ range, points }: CandleSeries, zone: string): readonly CourseRow[] {
  const rows = new Map<number, CandlePoint>();
  for (const point of points) {
    const startsAt = Math.floor(point[0] / TABLE_STEP_SECONDS[range]) * TABLE_STEP_SECONDS[range];
    const row = rows.get(startsAt);
    rows.set(startsAt, row ? merge(row, point) : [startsAt, point[1], point[2], point[3], point[4]]);
  }
  const decimals = priceDecimals(points.at(-1)?.[4]);
  return [...rows.values()].toReversed().map(([startsAt, open, high, low, close]) => {
    const at = new Date(startsAt * 1_000);
    return {
      startsAt,
      time: `${formatClock(at, zone)} ${zoneNameAt(at, zone)}`,
      prices: [open, high, low, close].map((price) => formatPrice(price, decimals)),
    };
  });
}

function merge(row: CandlePoint, next: CandlePoint): CandlePoint {
  const high = Number(next[2]) > Number(row[2]) ? next[2] : row[2];
  const low = Number(next[3]) < Number(row[3]) ? next[3] : row[3];
  return [row[0], row[1], high, low, next[4]];
}

export interface CourseRow {
  readonly startsAt: number;
  readonly time: string;
  /** Open, high, low, close. */
  readonly prices: readonly string[];
}
