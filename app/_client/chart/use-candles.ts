import { useEffect, useState } from 'react';
import { liveDesk } from '@/app/_client/live/live-desk';
import type { CandleRange, CandleSeries } from '@/lib/model/candle-series';
import { askCandles } from './ask-candles';

/** A minute is closed two seconds after its end; charts then ask, not all in one moment. */
const ASK_AFTER_STEP_MS = 4_000;
const SPREAD_MS = 4_000;
const FIRST_STEP_MS = 60_000;

/** The series of a token, asked for anew when a step has ended and when the line is back after a gap. */
export function useCandles(question: Question): Candles {
  const { tokenId, range, initial } = question;
  const [candles, setCandles] = useState<Candles>({ series: initial, failed: false });
  useEffect(() => {
    const gone = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      clearTimeout(timer);
      const series = document.hidden ? undefined : await askCandles(tokenId, range, gone.signal);
      if (gone.signal.aborted) return;
      if (series) setCandles({ series, failed: false });
      else if (!document.hidden) setCandles((last) => ({ ...last, failed: true }));
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), untilNextStep(series));
    };
    const askIfBack = (): void => {
      if (liveDesk().connectionState() === 'live' && !document.hidden) void ask();
    };
    const leave = liveDesk().onConnectionState(askIfBack);
    document.addEventListener('visibilitychange', askIfBack);
    void ask();
    return () => {
      gone.abort();
      clearTimeout(timer);
      leave();
      document.removeEventListener('visibilitychange', askIfBack);
    };
  }, [tokenId, range]);
  return candles.series?.range === range && candles.series.tokenId === tokenId
    ? candles
    : { series: undefined, failed: candles.failed };
}

function untilNextStep(series: CandleSeries | undefined): number {
  const stepMs = series ? series.stepSeconds * 1_000 : FIRST_STEP_MS;
  return stepMs - (liveDesk().clock.now() % stepMs) + ASK_AFTER_STEP_MS + Math.random() * SPREAD_MS;
}

interface Question {
  readonly tokenId: string;
  readonly range: CandleRange;
  readonly initial: CandleSeries | undefined;
}

export interface Candles {
  readonly series: CandleSeries | undefined;
  /** The last time it was asked for it could not be had. */
  readonly failed: boolean;
}
