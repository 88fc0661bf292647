import { asc, isNull } from 'drizzle-orm';
import { database } from '@/db/client';
import { tokenAliases, tokens } from '@/db/schema/tokens';
import type { TokenId } from '@/lib/model/ids';
import type { Token, TokenAlias } from '@/lib/model/token';

/** Every token with the aliases that nobody switched off, the best known first: what the tagger is made of. */
export async function loadTokens(): Promise<readonly Token[]> {
  const [rows, aliasRows] = await Promise.all([
    database().select().from(tokens).orderBy(asc(tokens.rank), asc(tokens.id)),
    database()
      .select()
      .from(tokenAliases)
      .where(isNull(tokenAliases.disabledAt))
      .orderBy(asc(tokenAliases.tokenId), asc(tokenAliases.text)),
  ]);
  const aliases = new Map<TokenId, TokenAlias[]>();
  for (const { tokenId, text, kind } of aliasRows) {
    aliases.set(tokenId, [...(aliases.get(tokenId) ?? []), { text, kind }]);
  }
  return rows.map((row) => ({
    ...row,
    icon: row.icon ?? undefined,
    rank: row.rank ?? undefined,
    aliases: aliases.get(row.id) ?? [],
  }));
}
