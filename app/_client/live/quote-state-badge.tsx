'use client';

import { formatDate } from '@/lib/core/format-time';
import { formatDuration } from '@/lib/core/time';
import type { QuoteRow } from '@/lib/live/protocol';
import type { QuoteState } from '@/lib/model/quote';
import { ageOfRow, eventTimeOf } from './quote-state';
import { useEverySecond, useQuote, type LiveQuoteProps } from './use-quote';
import styles from './live.module.css';

const STATE_WORDS: Readonly<Record<QuoteState, string>> = {
  live: 'Live',
  delayed: 'Delayed',
  stale: 'Stale',
  halted: 'Halted',
  unknown: 'No price',
};

interface QuoteStateBadgeProps extends LiveQuoteProps {
  /** `short` for a narrow column: a dot, and the age once the price is stale. */
  readonly form?: 'short' | 'full';
}

/** Whether a price can be relied on, and from when it is: `Stale · as of 14:03:22 UTC · 2 min`. */
export function QuoteStateBadge({ form = 'short', ...quoteProps }: QuoteStateBadgeProps) {
  const { row, state } = useQuote(quoteProps);
  const age = useAge(state === 'live' ? undefined : row, quoteProps.now.getTime());
  const asOf = row && `as of ${formatSecond(eventTimeOf(row), quoteProps.now.getTime())}`;
  const full = [STATE_WORDS[state], asOf, age].filter(Boolean).join(' · ');
  return (
    <span className={styles.badge} data-state={state} data-live-state={quoteProps.tokenId} title={full}>
      <span className={styles.dot} aria-hidden="true" />
      <span className="sr-only">{full}</span>
      <span aria-hidden="true">{form === 'full' ? full : shortWords(state, age)}</span>
    </span>
  );
}

function shortWords(state: QuoteState, age: string | undefined): string {
  if (state === 'live' || state === 'delayed') return '';
  return state === 'stale' ? (age ?? '') : STATE_WORDS[state];
}

/** Seconds are counted as long as they matter; then the words change once a minute. */
function useAge(row: QuoteRow | undefined, pageNow: number): string | undefined {
  const words = (nowMs: number) => row && formatDuration(ageOfRow(row, nowMs));
  return useEverySecond(words, words(pageNow));
}

/** `14:03:22 UTC`, with the day before it where that is not the page's. The same on server and browser. */
function formatSecond(atMs: number, pageNow: number): string {
  const [day, second] = [dayOf(atMs), new Date(atMs).toISOString().slice(11, 19)];
  return `${day === dayOf(pageNow) ? '' : `${day}, `}${second} UTC`;
}

function dayOf(atMs: number): string {
  return formatDate(new Date(atMs), 'UTC');
}
