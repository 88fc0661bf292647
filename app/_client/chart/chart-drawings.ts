import { CandlestickSeries, LineSeries, type IChartApi, type UTCTimestamp } from 'lightweight-charts';
import { toDecimal } from '@/lib/core/decimal';
import { formatPrice, priceDecimals } from '@/lib/core/format-price';
import type { ChartColours } from './chart-colours';
import { isPoint, type CourseStep } from './course';

const LINE_DOTTED = 1;

/** Every step with its open, high, low and close. */
export function drawCandles(chart: IChartApi): Drawing {
  const api = chart.addSeries(CandlestickSeries, { borderVisible: false, priceLineStyle: LINE_DOTTED });
  const toData = (step: CourseStep) => ({ ...step, time: step.time as UTCTimestamp });
  return {
    setSteps(steps, lastPrice) {
      api.applyOptions({ priceFormat: priceFormatFor(lastPrice) });
      api.setData(steps.map(toData));
    },
    update: (step) => api.update(toData(step)),
    recolour: ({ up, down }) =>
      api.applyOptions({ upColor: up, downColor: down, wickUpColor: up, wickDownColor: down }),
    remove: () => chart.removeSeries(api),
  };
}

/** The closes alone: a day has too many steps for candles. */
export function drawLine(chart: IChartApi): Drawing {
  const api = chart.addSeries(LineSeries, { lineWidth: 2, priceLineStyle: LINE_DOTTED });
  const toData = (step: CourseStep, next?: CourseStep) => {
    const time = step.time as UTCTimestamp;
    if (!isPoint(step)) return { time };
    // The library would bridge a gap: a point before one draws no line to the next.
    const color = next && !isPoint(next) ? { color: 'transparent' } : {};
    return { time, value: step.close, ...color };
  };
  return {
    setSteps(steps, lastPrice) {
      api.applyOptions({ priceFormat: priceFormatFor(lastPrice) });
      const lastPoint = steps.findLastIndex(isPoint);
      api.setData(steps.map((step, index) => toData(step, index < lastPoint ? steps[index + 1] : undefined)));
    },
    update: (step) => api.update(toData(step)),
    recolour: ({ text }) => api.applyOptions({ color: text }),
    remove: () => chart.removeSeries(api),
  };
}

/** Prices are written as everywhere on the desk, with the decimals of the last one. */
function priceFormatFor(lastPrice: string | undefined) {
  const decimals = priceDecimals(lastPrice) ?? 2;
  const formatter = (price: number): string => formatPrice(toDecimal(String(price)), decimals);
  return { type: 'custom', formatter, minMove: 10 ** -decimals } as const;
}

/** One way to draw a course. */
export interface Drawing {
  /** @param lastPrice what the decimals of the scale are taken from. */
  setSteps(steps: readonly CourseStep[], lastPrice: string | undefined): void;
  update(step: CourseStep): void;
  recolour(colours: ChartColours): void;
  remove(): void;
}
