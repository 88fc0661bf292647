import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { toQuoteRow, type QuoteRow, type Rate } from '@/lib/live/protocol';
import type { QuoteState, TokenQuote } from '@/lib/model/quote';
import { liveDesk } from './live-desk';
import { stateOfRow } from './quote-state';
import { isOlder } from './quote-store';

/** What every live piece is given by the server's page: the first paint shows exactly this. */
export interface LiveQuoteProps {
  readonly tokenId: string;
  readonly quote: TokenQuote | undefined;
  /** The server's time when it wrote the page. */
  readonly now: Date;
  /** How often the piece wants to change. */
  readonly rate?: Rate;
}

/** The newest row of a token, from the page or from the socket, with its state as of this second. */
export function useQuote({ tokenId, quote, now, rate = 'tape' }: LiveQuoteProps): LiveQuote {
  const pageNow = now.getTime();
  const first = useMemo(() => quote && toQuoteRow(quote, new Date(pageNow)), [quote, pageNow]);
  const watch = useCallback(
    (changed: () => void) => {
      liveDesk().clock.learnFromPage(pageNow);
      return liveDesk().watchQuote(tokenId, rate, changed);
    },
    [tokenId, rate, pageNow],
  );
  const row = useSyncExternalStore(
    watch,
    () => newest(first, liveDesk().quotes.get(tokenId)),
    () => first,
  );
  const state = useEverySecond((nowMs) => stateOfRow(row, nowMs), stateOfRow(first, pageNow));
  return { row, state };
}

/** Judges something anew each second by the server's clock; renders only when the judgement changes. */
export function useEverySecond<T extends string | number | undefined>(
  judge: (nowMs: number) => T,
  first: T,
): T {
  return useSyncExternalStore(
    everySecond,
    () => judge(liveDesk().clock.now()),
    () => first,
  );
}

function everySecond(changed: () => void): () => void {
  return liveDesk().clock.everySecond(changed);
}

function newest(first: QuoteRow | undefined, heard: QuoteRow | undefined): QuoteRow | undefined {
  if (heard === undefined) return first;
  return first === undefined || !isOlder(heard, first) ? heard : first;
}

export interface LiveQuote {
  /** `undefined` as long as the token has no price. */
  readonly row: QuoteRow | undefined;
  readonly state: QuoteState;
}
