import type { RawQuote } from '@/lib/model/quote';

export type QuoteOrder = 'newer' | 'older' | 'same';

/**
 * How `next` stands to the quote `held` of the same market. Connections overlap and venues replay,
 * so what arrives later is not always newer. Where a venue has begun to count anew, its clock decides.
 */
export function orderQuotes(held: RawQuote | undefined, next: RawQuote): QuoteOrder {
  if (held === undefined) return 'newer';
  const before = eventAtOf(held).getTime();
  const after = eventAtOf(next).getTime();
  const clocked = held.exchangeAt !== undefined && next.exchangeAt !== undefined;
  if (isLess(next.sequence, held.sequence) && !(clocked && after > before)) return 'older';
  if (!clocked) return 'newer';
  if (after < before) return 'older';
  const same = after === before && held.sequence === next.sequence && held.last === next.last;
  return same ? 'same' : 'newer';
}

/** The moment a quote speaks of: never later than when we heard it, whatever the venue's clock says. */
export function eventAtOf({ exchangeAt, receivedAt }: Pick<RawQuote, 'exchangeAt' | 'receivedAt'>): Date {
  return exchangeAt === undefined || exchangeAt > receivedAt ? receivedAt : exchangeAt;
}

function isLess(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && b !== undefined && a < b;
}
