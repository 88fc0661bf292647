import { and, eq, isNull, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { tokenAliases, tokens } from '@/db/schema/tokens';
import type { Token } from '@/lib/model/token';
import { readTokenCatalogue } from '@/db/seed/read-token-catalogue';

/**
 * Brings tokens and their aliases in line with the catalogue. A token that left the catalogue stays: articles name it.
 * So do the aliases that an operator decided on, and those he switched off stay off.
 */
export async function seedTokens(): Promise<void> {
  const catalogue = readTokenCatalogue();
  const aliases = catalogue.flatMap((token) =>
    token.aliases.map((alias) => ({ tokenId: token.id, ...alias })),
  );
  await database().transaction(async (transaction) => {
    await transaction
      .insert(tokens)
      .values(catalogue.map(toRow))
      .onConflictDoUpdate({
        target: tokens.id,
        set: {
          symbol: sql`excluded.symbol`,
          name: sql`excluded.name`,
          icon: sql`excluded.icon`,
          rank: sql`excluded.rank`,
          symbolAmbiguity: sql`excluded.symbol_ambiguity`,
          nameAmbiguity: sql`excluded.name_ambiguity`,
        },
      });
    await transaction
      .delete(tokenAliases)
      .where(and(eq(tokenAliases.decidedBy, 'catalogue'), isNull(tokenAliases.disabledAt)));
    await transaction.insert(tokenAliases).values(aliases).onConflictDoNothing();
  });
}

function toRow({
  id,
  symbol,
  name,
  icon,
  rank,
  symbolAmbiguity,
  nameAmbiguity,
}: Token): typeof tokens.$inferInsert {
  return { id, symbol, name, icon, rank, symbolAmbiguity, nameAmbiguity };
}
