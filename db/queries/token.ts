import { and, asc, eq, ilike, inArray, ne, or, sql } from 'drizzle-orm';
import { markets, tokenQuotes } from '@/db/schema/market';
import { tokens } from '@/db/schema/tokens';
import { database } from '@/db/client';
import type { PricedToken } from '@/lib/model/headline';
import type { TokenId } from '@/lib/model/ids';
import type { Market } from '@/lib/model/venue';
import { pricedTokenColumns, toPricedToken } from './select-token';

export interface TokenPage extends PricedToken {
  readonly rank: number | undefined;
  /** Where it trades or traded, as far as the desk listens. */
  readonly markets: readonly TokenMarket[];
  /** Other tokens that go by the same symbol. */
  readonly namesakes: readonly PricedToken[];
}

/** A symbol of a venue while it means the token. */
export type TokenMarket = Omit<Market, 'tokenId'>;

/** One of several tokens that go by a symbol. */
export interface SymbolHolder extends PricedToken {
  readonly markets: readonly TokenMarket[];
}

/** One token by its id; `undefined` where there is none. */
export async function readToken(id: TokenId): Promise<TokenPage | undefined> {
  const [row] = await selectTokens().where(eq(tokens.id, id));
  if (!row) return undefined;
  const token = toPricedToken(row);
  const [marketsOf, sharing] = await Promise.all([readMarkets([id]), readTokensBySymbol(token.symbol)]);
  return {
    ...token,
    rank: row.rank ?? undefined,
    markets: marketsOf.get(id) ?? [],
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

/** The same, each with where it trades and since when: what tells namesakes apart. */
export async function readSymbolHolders(symbol: string): Promise<readonly SymbolHolder[]> {
  const sharing = await readTokensBySymbol(symbol);
  const marketsOf = await readMarkets(sharing.map(({ id }) => id));
  return sharing.map((token) => ({ ...token, markets: marketsOf.get(token.id) ?? [] }));
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

/** Those that hold, then those that have ended. */
async function readMarkets(ids: readonly TokenId[]): Promise<ReadonlyMap<TokenId, readonly TokenMarket[]>> {
  if (ids.length === 0) return new Map();
  const rows = await database()
    .select()
    .from(markets)
    .where(and(inArray(markets.tokenId, [...ids]), ne(markets.status, 'quarantined')))
    .orderBy(sql`${markets.validTo} desc nulls first`, markets.venue, markets.symbol);
  const byToken = new Map<TokenId, TokenMarket[]>();
  for (const { tokenId, boundBy: _boundBy, ...row } of rows) {
    const market = { ...row, validTo: row.validTo ?? undefined };
    byToken.set(tokenId, [...(byToken.get(tokenId) ?? []), market]);
  }
  return byToken;
}
