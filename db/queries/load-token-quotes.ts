import { database } from '@/db/client';
import { tokenQuotes } from '@/db/schema/market';
import type { TokenQuote } from '@/lib/model/quote';
import { toTokenQuote } from './select-quote';

/** The last price held of every token: what a starting desk knows. */
export async function loadTokenQuotes(): Promise<readonly TokenQuote[]> {
  const rows = await database().select().from(tokenQuotes);
  return rows.map(toTokenQuote);
}
