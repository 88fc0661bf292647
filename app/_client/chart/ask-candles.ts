import { integer, listOf, object, oneOf, text, tuple, type Guard } from '@/app/_client/live/guards';
import type { Decimal } from '@/lib/core/decimal';
import type { CandlePoint, CandleRange, CandleSeries } from '@/lib/model/candle-series';

const ANSWER_WITHIN_MS = 10_000;

/** A token's course as the server has it; `undefined` when it cannot be had just now. */
export async function askCandles(
  tokenId: string,
  range: CandleRange,
  signal: AbortSignal,
): Promise<CandleSeries | undefined> {
  try {
    const response = await fetch(`/api/v1/candles?token=${encodeURIComponent(tokenId)}&range=${range}`, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
    });
    const answer: unknown = response.ok ? await response.json() : undefined;
    return isSeries(answer) ? answer : undefined;
  } catch {
    return undefined;
  }
}

const price: Guard<Decimal> = (value): value is Decimal => text(value);

const isSeries = object<CandleSeries>({
  tokenId: text,
  range: oneOf('1h', '24h'),
  stepSeconds: integer,
  from: integer,
  to: integer,
  points: listOf(tuple<CandlePoint>(integer, price, price, price, price)),
  origins: listOf(text),
});
