'use client';

import { useEffect, useRef } from 'react';
import { formatPrice, priceDecimals, speakChange, speakPrice } from '@/lib/core/format-price';
import { useQuote, type LiveQuoteProps } from './use-quote';
import styles from './live.module.css';

const TINT_MS = 600;

interface LivePriceProps extends LiveQuoteProps {
  /** Given where no header names the token: the cell then reads as a whole sentence. */
  readonly name?: string;
}

/** A price in US dollars that follows the market, tinted for a moment when it moves, dimmed when it is old. */
export function LivePrice({ name, ...quoteProps }: LivePriceProps) {
  const { row, state } = useQuote(quoteProps);
  const cell = useTint(row?.[1]);
  // Fixed by the page's price: the digits do not jump when the price crosses a power of ten.
  const decimals = priceDecimals(quoteProps.quote?.priceUsd);
  const spoken = speakPrice(row?.[1]);
  return (
    <span ref={cell} className={styles.price} data-state={state} data-live-price={quoteProps.tokenId}>
      <span aria-hidden="true">{formatPrice(row?.[1], decimals)}</span>
      <span className="sr-only">
        {name === undefined ? spoken : `${name} ${spoken}, ${speakChange(row?.[2] ?? undefined)}`}
      </span>
    </span>
  );
}

/** Marks the element for 600 ms whenever the price has changed, with the direction it took. */
function useTint(price: string | undefined) {
  const cell = useRef<HTMLSpanElement>(null);
  const before = useRef({ price, ticks: 0 });
  useEffect(() => {
    const last = before.current;
    const element = cell.current;
    if (!element || price === undefined || last.price === price) return;
    const ticks = last.ticks + 1;
    before.current = { price, ticks };
    if (last.price === undefined) return;
    const mark = `${Number(price) > Number(last.price) ? 'up' : 'down'}-${ticks % 2}`;
    element.dataset['tick'] = mark;
    setTimeout(() => {
      if (element.dataset['tick'] === mark) delete element.dataset['tick'];
    }, TINT_MS);
  }, [price]);
  return cell;
}
