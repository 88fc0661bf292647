import { createChart, TickMarkType, type IChartApi, type Time } from 'lightweight-charts';
import { formatClock, formatDate, formatMoment } from '@/lib/core/format-time';
import type { CandleRange, CandleSeries } from '@/lib/model/candle-series';
import { onColoursChange, readChartColours, type ChartColours } from './chart-colours';
import { drawCandles, drawLine, type Drawing } from './chart-drawings';
import { createCourse, type Course } from './course';

const DRAWINGS: Readonly<Record<CandleRange, (chart: IChartApi) => Drawing>> = {
  '1h': drawCandles,
  '24h': drawLine,
};

/** Draws into `container`. Loaded, with the chart library, only when a chart is wanted. */
export function drawChart(container: HTMLElement, zone: string): DrawnChart {
  const chart = createChart(container, {
    autoSize: true,
    // The page names the library and links to its makers below the chart.
    layout: { attributionLogo: false, fontSize: 11, background: { color: 'transparent' } },
    rightPriceScale: { borderVisible: false },
    timeScale: { borderVisible: false, timeVisible: true, tickMarkFormatter: tickLabel(zone) },
    localization: {
      timeFormatter: (time: Time) => formatMoment(toDate(time), zone),
    },
    // The page scrolls; the chart takes neither wheel nor finger away from it.
    handleScroll: false,
    handleScale: false,
  });
  let shown: { readonly range: CandleRange; readonly drawing: Drawing; readonly course: Course } | undefined;

  const recolour = (): void => {
    const colours = readChartColours(container);
    chart.applyOptions(frameColours(colours));
    shown?.drawing.recolour(colours);
  };
  const stopWatching = onColoursChange(recolour);

  return {
    show(series) {
      const { range } = series;
      if (shown && shown.range !== range) shown.drawing.remove();
      const drawing = shown?.range === range ? shown.drawing : DRAWINGS[range](chart);
      const course = createCourse(series, shown?.range === range ? shown.course.steps : []);
      shown = { range, drawing, course };
      recolour();
      drawing.setSteps(course.steps, series.points.at(-1)?.[4]);
      chart.timeScale().fitContent();
    },
    add(price, atSeconds) {
      for (const step of shown?.course.add(price, atSeconds) ?? []) shown?.drawing.update(step);
    },
    remove() {
      stopWatching();
      chart.remove();
    },
  };
}

function frameColours({ muted, line, bg }: ChartColours) {
  const hair = { color: muted, labelBackgroundColor: bg };
  return {
    layout: { textColor: muted },
    grid: { vertLines: { visible: false }, horzLines: { color: line } },
    crosshair: { vertLine: hair, horzLine: hair },
  };
}

function tickLabel(zone: string) {
  return (time: Time, mark: TickMarkType): string => {
    const isClock = mark === TickMarkType.Time || mark === TickMarkType.TimeWithSeconds;
    return isClock ? formatClock(toDate(time), zone) : formatDate(toDate(time), zone).replace(/ \d{4}$/, '');
  };
}

function toDate(time: Time): Date {
  return new Date(Number(time) * 1_000);
}

export interface DrawnChart {
  show(series: CandleSeries): void;
  /** A price of the socket, in the order it came. */
  add(price: number, atSeconds: number): void;
  remove(): void;
}
