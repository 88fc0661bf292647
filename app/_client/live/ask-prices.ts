import type { QuoteRow } from '@/lib/live/protocol';
import { readQuoteRows } from './read-server-message';

const ANSWER_WITHIN_MS = 8_000;

/** The prices of some tokens over plain HTTP; `undefined` when they cannot be had just now. */
export async function askPrices(ids: readonly string[]): Promise<Prices | undefined> {
  try {
    const response = await fetch(`/api/v1/prices?ids=${ids.map(encodeURIComponent).join(',')}`, {
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      cache: 'no-store',
    });
    return response.ok ? readPrices(await response.json()) : undefined;
  } catch {
    return undefined;
  }
}

function readPrices(value: unknown): Prices | undefined {
  if (typeof value !== 'object' || value === null || !('quotes' in value) || !('now' in value))
    return undefined;
  const rows = readQuoteRows(value.quotes);
  return rows !== undefined && typeof value.now === 'number' ? { now: value.now, rows } : undefined;
}

export interface Prices {
  readonly now: number;
  readonly rows: readonly QuoteRow[];
}
