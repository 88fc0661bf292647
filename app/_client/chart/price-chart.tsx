'use client';

import { useEffect, useRef, useState } from 'react';
import { liveDesk } from '@/app/_client/live/live-desk';
import { stateOfRow } from '@/app/_client/live/quote-state';
import type { CandleRange, CandleSeries } from '@/lib/model/candle-series';
import { ChartNotes } from './chart-notes';
import type { DrawnChart } from './draw-chart';
import { useCandles } from './use-candles';

const RANGES: readonly { readonly range: CandleRange; readonly label: string }[] = [
  { range: '1h', label: '1 h' },
  { range: '24h', label: '24 h' },
];

interface PriceChartProps {
  readonly tokenId: string;
  /** How sentences call the token. */
  readonly name?: string;
  /** The zone times are told in, an IANA name. */
  readonly zone?: string;
  /** The course as the server's page knows it, so that it can be read without scripts. */
  readonly initial?: CandleSeries;
}

/** A token's course over an hour by minutes or a day by five minutes, going on as prices come in. */
export function PriceChart({ tokenId, name = 'The price', zone = 'UTC', initial }: PriceChartProps) {
  const [range, setRange] = useState<CandleRange>(initial?.range ?? '1h');
  const { series, failed } = useCandles({ tokenId, range, initial });
  const { container, unavailable } = useDrawnChart({ tokenId, zone, series });
  return (
    <figure>
      <div data-needs-script="">
        <fieldset className="mb-1 flex gap-1 text-12">
          <legend className="sr-only">How far back the chart looks</legend>
          {RANGES.map((option) => (
            <button
              key={option.range}
              type="button"
              aria-pressed={range === option.range}
              onClick={() => setRange(option.range)}
              className="h-7 rounded-4 px-2 text-muted hover:text-text aria-pressed:bg-surface aria-pressed:font-semibold aria-pressed:text-text pointer-coarse:h-11 pointer-coarse:px-4"
            >
              {option.label}
            </button>
          ))}
        </fieldset>
        {/* What is drawn is said below in words and in a table. */}
        <div ref={container} aria-hidden="true" data-price-chart={tokenId} className="h-80" />
      </div>
      <ChartNotes {...{ name, zone, series, failed, unavailable }} />
    </figure>
  );
}

/** Draws the series, then whatever the socket brings, in a chart that is loaded after the page. */
function useDrawnChart({ tokenId, zone, series }: Drawable) {
  const container = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<DrawnChart>();
  const [unavailable, setUnavailable] = useState(false);

  useEffect(() => {
    let drawn: DrawnChart | undefined;
    let gone = false;
    const draw = async (): Promise<void> => {
      const { drawChart } = await import('./draw-chart');
      if (gone || !container.current) return;
      drawn = drawChart(container.current, zone);
      setChart(drawn);
    };
    draw().catch(() => setUnavailable(true));
    return () => {
      gone = true;
      drawn?.remove();
      setChart(undefined);
    };
  }, [zone]);

  useEffect(() => {
    if (!chart || !series) return;
    chart.show(series);
    const { quotes, clock, watchQuote } = liveDesk();
    const add = (): void => {
      const row = quotes.get(tokenId);
      // An old price told again is no trade of this minute.
      if (!row || !['live', 'delayed'].includes(stateOfRow(row, clock.now()))) return;
      chart.add(Number(row[1]), row[6] / 1_000);
    };
    add();
    return watchQuote(tokenId, 'focus', add);
  }, [chart, series, tokenId]);

  return { container, unavailable };
}

interface Drawable {
  readonly tokenId: string;
  readonly zone: string;
  readonly series: CandleSeries | undefined;
}
