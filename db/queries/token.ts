import { and, asc, eq, ilike, isNull, ne, or, sql } from 'drizzle-orm';
import { markets, tokenQuotes } from '@/db/schema/market';
import { tokens } from '@/db/schema/tokens';
import { database } from '@/db/client';
import type { PricedToken } from '@/lib/model/headline';
import type { TokenId, VenueId } from '@/lib/model/ids';
import type { QuoteCurrency } from '@/lib/model/venue';
import { pricedTokenColumns, toPricedToken } from './select-token';

export interface TokenPage extends PricedToken {
  readonly rank: number | undefined;
  /** Where it trades, as far as the desk listens. */
  readonly markets: readonly TokenMarket[];
  /** Other tokens that go by the same symbol. */
  readonly namesakes: readonly PricedToken[];
}

export interface TokenMarket {
  readonly venue: VenueId;
  readonly symbol: string;
  readonly quoteCurrency: QuoteCurrency;
  readonly status: 'trading' | 'halted' | 'delisted' | 'quarantined';
}

/** One token by its id; `undefined` where there is none. */
export async function readToken(id: TokenId): Promise<TokenPage | undefined> {
  const [row] = await selectTokens().where(eq(tokens.id, id));
  if (!row) return undefined;
  const token = toPricedToken(row);
  const [open, sharing] = await Promise.all([readMarkets(id), readTokensBySymbol(token.symbol)]);
  return {
    ...token,
    rank: row.rank ?? undefined,
    markets: open,
    namesakes: sharing.filter((other) => other.id !== id),
  };
}

/** Every token that goes by a symbol, however the reader wrote it; the best known first. */
export async function readTokensBySymbol(symbol: string): Promise<readonly PricedToken[]> {
  const rows = await selectTokens()
    .where(eq(tokens.symbol, symbol.toUpperCase()))
    .orderBy(sql`${tokens.rank} asc nulls last`, asc(tokens.name));
  return rows.map(toPricedToken);
}

/** Tokens whose symbol is, or whose name contains, the words; without words, the best known. */
export async function readTokens(words: string, limit: number): Promise<readonly PricedToken[]> {
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const bySymbol = eq(tokens.symbol, words.toUpperCase());
  const rows = await selectTokens()
    .where(words === '' ? undefined : or(bySymbol, ilike(tokens.name, pattern)))
    .orderBy(sql`${bySymbol} desc`, sql`${tokens.rank} asc nulls last`, asc(tokens.name))
    .limit(limit);
  return rows.map(toPricedToken);
}

function selectTokens() {
  return database()
    .select({ ...pricedTokenColumns, rank: tokens.rank })
    .from(tokens)
    .leftJoin(tokenQuotes, eq(tokenQuotes.tokenId, tokens.id))
    .$dynamic();
}

async function readMarkets(id: TokenId): Promise<readonly TokenMarket[]> {
  return database()
    .select({
      venue: markets.venue,
      symbol: markets.symbol,
      quoteCurrency: markets.quoteCurrency,
      status: markets.status,
    })
    .from(markets)
    .where(and(eq(markets.tokenId, id), isNull(markets.validTo), ne(markets.status, 'quarantined')))
    .orderBy(markets.venue, markets.symbol);
}
