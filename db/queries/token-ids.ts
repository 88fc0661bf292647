import { database } from '@/db/client';
import { tokens } from '@/db/schema/tokens';
import type { TokenId } from '@/lib/model/ids';

/** Every token the desk knows. */
export async function tokenIds(): Promise<ReadonlySet<TokenId>> {
  const rows = await database().select({ id: tokens.id }).from(tokens);
  return new Set(rows.map((row) => row.id));
}
