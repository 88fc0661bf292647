import { MINUTE_MS, SECOND_MS, startOfMinute } from '@/lib/core/time';
import type { Candle } from '@/lib/model/candle';
import type { TokenId } from '@/lib/model/ids';
import { DELAYED_UP_TO_MS, quoteAgeMs, type TokenQuote } from '@/lib/model/quote';

/** Quotes of a minute may still be on their way when it ends. */
const CLOSES_AFTER_MS = MINUTE_MS + 2 * SECOND_MS;
const LIVE = 'live';

export interface TokenCandle extends Candle {
  readonly tokenId: TokenId;
}

/** Makes minutes out of quotes as they are received. A minute without a quote has none; a closed one stays closed. */
export interface CandleMaker {
  add(quote: TokenQuote, now: Date): void;
  /** Hands out every minute that is over, once. */
  takeClosed(now: Date): readonly TokenCandle[];
  /** The minutes still running, as they stand. */
  running(): readonly TokenCandle[];
}

/** @param resumed minutes that a previous life of the desk had begun. */
export function createCandleMaker(resumed: readonly TokenCandle[]): CandleMaker {
  const open = new Map(
    resumed.filter(({ origin }) => origin === LIVE).map((candle) => [keyOf(candle), candle]),
  );
  let closedUntil = Number.NEGATIVE_INFINITY;

  return {
    add(quote, now) {
      const minute = startOfMinute(quote.receivedAt);
      closedUntil = Math.max(closedUntil, now.getTime() - CLOSES_AFTER_MS);
      if (minute.getTime() <= closedUntil) return;
      // An old price that was merely told again, or comes from a closed market, is no trade of this minute.
      if (quote.halted || quoteAgeMs(quote, quote.receivedAt) > DELAYED_UP_TO_MS) return;
      const key = keyOf({ tokenId: quote.tokenId, minute });
      open.set(key, extend(open.get(key), quote, minute));
    },
    takeClosed(now) {
      closedUntil = Math.max(closedUntil, now.getTime() - CLOSES_AFTER_MS);
      const closed = [...open.values()].filter(({ minute }) => minute.getTime() <= closedUntil);
      for (const candle of closed) open.delete(keyOf(candle));
      return closed;
    },
    running: () => [...open.values()],
  };
}

function extend(candle: TokenCandle | undefined, quote: TokenQuote, minute: Date): TokenCandle {
  const { tokenId, priceUsd } = quote;
  if (candle === undefined) {
    const [open, high, low, close] = [priceUsd, priceUsd, priceUsd, priceUsd];
    return { tokenId, minute, open, high, low, close, ticks: 1, origin: LIVE };
  }
  return {
    ...candle,
    high: Number(priceUsd) > Number(candle.high) ? priceUsd : candle.high,
    low: Number(priceUsd) < Number(candle.low) ? priceUsd : candle.low,
    close: priceUsd,
    ticks: candle.ticks + 1,
  };
}

function keyOf({ tokenId, minute }: Pick<TokenCandle, 'tokenId' | 'minute'>): string {
  return `${minute.getTime()} ${tokenId}`;
}
