import { eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { tokens } from '@/db/schema/tokens';
import type { TokenId } from '@/lib/model/ids';

/** What a token's logo is made of; `undefined` where there is no such token. */
export async function tokenLabel(
  id: TokenId,
): Promise<{ readonly symbol: string; readonly icon: string | undefined } | undefined> {
  const [row] = await database()
    .select({ symbol: tokens.symbol, icon: tokens.icon })
    .from(tokens)
    .where(eq(tokens.id, id));
  return row && { symbol: row.symbol, icon: row.icon ?? undefined };
}
