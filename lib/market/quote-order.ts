import type { RawQuote } from '@/lib/model/quote';

export type QuoteOrder = 'newer' | 'older' | 'same';

/**
 * How `next` stands to the quote `held` of the same market. Connections overlap and venues replay,
 * so what arrives later is not always newer. Where a venue has begun to count anew, its clock decides.
 */
export function orderQuotes(held: RawQuote | undefined, next: RawQuote): QuoteOrder {
  if (held === undefined) return 'newer';
  const laterMs = msBetweenEvents(held, next);
  if (isLess(next.sequence, held.sequence) && (laterMs ?? 0) <= 0) return 'older';
  if (laterMs === undefined || laterMs > 0) return 'newer';
  if (laterMs < 0) return 'older';
  return held.sequence === next.sequence && held.last === next.last ? 'same' : 'newer';
}

/** The moment a quote speaks of: never later than when we heard it, whatever the venue's clock says. */
export function eventAtOf({ exchangeAt, receivedAt }: Pick<RawQuote, 'exchangeAt' | 'receivedAt'>): Date {
  return exchangeAt === undefined || exchangeAt > receivedAt ? receivedAt : exchangeAt;
}

/** How much later `next` happened; `undefined` where the venue does not say of both. */
function msBetweenEvents(held: RawQuote, next: RawQuote): number | undefined {
  if (held.exchangeAt === undefined || next.exchangeAt === undefined) return undefined;
  return eventAtOf(next).getTime() - eventAtOf(held).getTime();
}

function isLess(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && b !== undefined && a < b;
}
