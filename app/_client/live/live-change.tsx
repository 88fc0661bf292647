'use client';

import { directionOf, formatChange, speakChange, type Direction } from '@/lib/core/format-price';
import { useQuote, type LiveQuoteProps } from './use-quote';
import styles from './live.module.css';

const ARROWS: Readonly<Record<Direction, string>> = { up: '▲', down: '▼', flat: '' };

interface LiveChangeProps extends LiveQuoteProps {
  /** `false` where the price beside it, given a name, says the change as well. */
  readonly spoken?: boolean;
}

/** The change of a token's price over 24 hours: arrow, sign, then colour. */
export function LiveChange({ spoken = true, ...quoteProps }: LiveChangeProps) {
  const { row, state } = useQuote(quoteProps);
  const change = row?.[2] ?? undefined;
  const direction = directionOf(change);
  return (
    <span
      className={`${styles.change} ${styles[direction]}`}
      data-direction={direction}
      data-state={state}
      data-live-change={quoteProps.tokenId}
    >
      <span aria-hidden="true">
        {direction !== 'flat' && <span className={styles.arrow}>{ARROWS[direction]}&nbsp;</span>}
        {formatChange(change)}
      </span>
      {spoken && <span className="sr-only">{speakChange(change)} in 24 hours</span>}
    </span>
  );
}
