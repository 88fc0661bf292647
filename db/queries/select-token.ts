import { tokenQuotes } from '@/db/schema/market';
import { tokens } from '@/db/schema/tokens';
import type { PricedToken } from '@/lib/model/headline';
import { toTokenQuote } from './select-quote';

/** The columns behind a {@link PricedToken}; the query must left-join `tokens` with `token_quotes`. */
export const pricedTokenColumns = {
  token: { id: tokens.id, symbol: tokens.symbol, name: tokens.name },
  quote: tokenQuotes,
};

export function toPricedToken(row: PricedTokenRow): PricedToken {
  return {
    id: row.token.id,
    symbol: row.token.symbol,
    name: row.token.name,
    quote: row.quote === null ? undefined : toTokenQuote(row.quote),
  };
}

interface PricedTokenRow {
  readonly token: Pick<typeof tokens.$inferSelect, 'id' | 'symbol' | 'name'>;
  readonly quote: typeof tokenQuotes.$inferSelect | null;
}
