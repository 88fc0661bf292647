import { asc, eq, inArray } from 'drizzle-orm';
import { database } from '@/db/client';
import { tokenQuotes } from '@/db/schema/market';
import { tokens } from '@/db/schema/tokens';
import type { TokenId } from '@/lib/model/ids';
import type { TokenQuote } from '@/lib/model/quote';
import { toTokenQuote } from './select-quote';

/** The last price held of some tokens, and which of the ids are tokens at all. */
export async function readLatestQuotes(ids: readonly string[]): Promise<LatestQuotes> {
  const rows = await database()
    .select({ id: tokens.id, quote: tokenQuotes })
    .from(tokens)
    .leftJoin(tokenQuotes, eq(tokenQuotes.tokenId, tokens.id))
    .where(inArray(tokens.id, ids as readonly TokenId[] as TokenId[]))
    .orderBy(asc(tokens.id));
  return {
    known: rows.map((row) => row.id),
    quotes: rows.flatMap(({ quote }) => (quote === null ? [] : [toTokenQuote(quote)])),
  };
}

interface LatestQuotes {
  readonly known: readonly TokenId[];
  /** A token without a price has none. */
  readonly quotes: readonly TokenQuote[];
}
