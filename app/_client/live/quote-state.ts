import type { QuoteRow } from '@/lib/live/protocol';
import { quoteAgeMs, quoteStateAt, type QuoteState } from '@/lib/model/quote';

/**
 * The state of a row as it must be shown now. It is judged here as well as on the server, so that a price whose
 * socket died turns stale before the reader's eyes; time alone never makes it better than the server said.
 */
export function stateOfRow(row: QuoteRow | undefined, nowMs: number): QuoteState {
  if (row === undefined) return 'unknown';
  const said = row[4];
  if (said === 'halted' || said === 'unknown' || said === 'stale') return said;
  const judged = quoteStateAt({ ...timesOf(row), halted: false }, new Date(nowMs));
  return judged === 'live' ? said : judged;
}

/** When the exchange's event happened, or when it reached the server where the exchange said nothing. */
export function eventTimeOf(row: QuoteRow): number {
  return row[5] ?? row[6];
}

export function ageOfRow(row: QuoteRow, nowMs: number): number {
  return quoteAgeMs(timesOf(row), new Date(nowMs));
}

function timesOf(row: QuoteRow) {
  const [, , , , , exchangeAt, receivedAt] = row;
  return {
    exchangeAt: exchangeAt === null ? undefined : new Date(exchangeAt),
    receivedAt: new Date(receivedAt),
  };
}
