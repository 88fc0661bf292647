import { tokenQuotes } from '@/db/schema/market';
import { tokens } from '@/db/schema/tokens';
import type { PricedToken } from '@/lib/model/headline';
import type { TokenQuote } from '@/lib/model/quote';

/** The columns behind a {@link PricedToken}; the query must left-join `tokens` with `token_quotes`. */
export const pricedTokenColumns = {
  token: { id: tokens.id, symbol: tokens.symbol, name: tokens.name, icon: tokens.icon },
  quote: tokenQuotes,
};

export function toPricedToken(row: PricedTokenRow): PricedToken {
  return {
    id: row.token.id,
    symbol: row.token.symbol,
    name: row.token.name,
    icon: row.token.icon ?? undefined,
    quote: row.quote === null ? undefined : toQuote(row.quote),
  };
}

function toQuote(row: QuoteRow): TokenQuote {
  return {
    tokenId: row.tokenId,
    priceUsd: row.priceUsd,
    change24h: row.change24h ?? undefined,
    open24hUsd: row.open24hUsd ?? undefined,
    high24hUsd: row.high24hUsd ?? undefined,
    low24hUsd: row.low24hUsd ?? undefined,
    volume24hUsd: row.volume24hUsd ?? undefined,
    venues: row.venues,
    exchangeAt: row.exchangeAt ?? undefined,
    receivedAt: row.receivedAt,
    halted: row.halted,
  };
}

type QuoteRow = typeof tokenQuotes.$inferSelect;
interface PricedTokenRow {
  readonly token: Pick<typeof tokens.$inferSelect, 'id' | 'symbol' | 'name' | 'icon'>;
  readonly quote: QuoteRow | null;
}
