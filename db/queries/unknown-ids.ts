import { inArray } from 'drizzle-orm';
import { database } from '@/db/client';
import { sources } from '@/db/schema/feeds';
import { tokens } from '@/db/schema/tokens';
import type { SourceId, TokenId } from '@/lib/model/ids';

/** Those among the ids that no token has. */
export async function unknownTokens(ids: readonly TokenId[]): Promise<readonly TokenId[]> {
  if (ids.length === 0) return [];
  const rows = await database()
    .select({ id: tokens.id })
    .from(tokens)
    .where(inArray(tokens.id, [...ids]));
  return without(ids, rows);
}

/** Those among the ids that no source has. */
export async function unknownSources(ids: readonly SourceId[]): Promise<readonly SourceId[]> {
  if (ids.length === 0) return [];
  const rows = await database()
    .select({ id: sources.id })
    .from(sources)
    .where(inArray(sources.id, [...ids]));
  return without(ids, rows);
}

function without<Id extends string>(ids: readonly Id[], found: readonly { id: Id }[]): readonly Id[] {
  const known = new Set(found.map(({ id }) => id));
  return ids.filter((id) => !known.has(id));
}
