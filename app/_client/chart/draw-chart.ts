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
  const chart = createFrame(container, zone);
  let shown: Shown | undefined;

  const recolour = (): void => {
    const colours = readChartColours(container);
    chart.applyOptions(frameColours(colours));
    shown?.drawing.recolour(colours);
  };
  const redraw = ({ drawing, course, lastPrice }: Shown): void => {
    drawing.setSteps(course.steps, lastPrice);
    chart.timeScale().fitContent();
  };
  const stopWatching = onColoursChange(recolour);

  return {
    show(series) {
      const { range, points } = series;
      const before = shown?.range === range ? shown : undefined;
      if (!before) shown?.drawing.remove();
      shown = {
        range,
        drawing: before?.drawing ?? DRAWINGS[range](chart),
        course: createCourse(series, before?.course.steps),
        lastPrice: points.at(-1)?.[4],
        lastTime: undefined,
      };
      recolour();
      redraw(shown);
    },
    add(price, atSeconds) {
      const step = shown?.course.add(price, atSeconds).at(-1);
      if (!shown || !step) return;
      // A step that opens may end a gap, which is drawn from its other side.
      if (step.time === shown.lastTime) shown.drawing.update(step);
      else redraw(shown);
      shown.lastTime = step.time;
    },
    remove() {
      stopWatching();
      chart.remove();
    },
  };
}

function createFrame(container: HTMLElement, zone: string): IChartApi {
  return createChart(container, {
    autoSize: true,
    // The page names the library and links to its makers below the chart.
    layout: {
      attributionLogo: false,
      background: { color: 'transparent' },
      fontFamily: getComputedStyle(container).fontFamily,
      fontSize: 11,
    },
    rightPriceScale: { borderVisible: false },
    timeScale: { borderVisible: false, timeVisible: true, tickMarkFormatter: tickLabel(zone) },
    localization: {
      timeFormatter: (time: Time) => formatMoment(toDate(time), zone),
    },
    // The page scrolls; the chart takes neither wheel nor finger away from it.
    handleScroll: false,
    handleScale: false,
  });
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

interface Shown {
  readonly range: CandleRange;
  readonly drawing: Drawing;
  readonly course: Course;
  readonly lastPrice: string | undefined;
  /** The step the socket last wrote to. */
  lastTime: number | undefined;
}

export interface DrawnChart {
  show(series: CandleSeries): void;
  /** A price of the socket, in the order it came. */
  add(price: number, atSeconds: number): void;
  remove(): void;
}
