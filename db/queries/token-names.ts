import { inArray } from 'drizzle-orm';
import { database } from '@/db/client';
import { tokens } from '@/db/schema/tokens';
import type { TokenId } from '@/lib/model/ids';

/** Symbols and names of some tokens. */
export async function tokenNames(
  ids: readonly TokenId[],
): Promise<ReadonlyMap<TokenId, { readonly symbol: string; readonly name: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await database()
    .select({ id: tokens.id, symbol: tokens.symbol, name: tokens.name })
    .from(tokens)
    .where(inArray(tokens.id, [...ids]));
  return new Map(rows.map(({ id, ...names }) => [id, names]));
}
