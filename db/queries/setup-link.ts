import { eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { setupLinks } from '@/db/schema/operators';

export interface SetupLink {
  readonly expiresAt: Date;
  readonly usedAt: Date | undefined;
}

/** The one-time link with this hash; `undefined` where none was made or a later one replaced it. */
export async function setupLink(tokenHash: string): Promise<SetupLink | undefined> {
  const [row] = await database()
    .select({ expiresAt: setupLinks.expiresAt, usedAt: setupLinks.usedAt })
    .from(setupLinks)
    .where(eq(setupLinks.tokenHash, tokenHash));
  return row && { expiresAt: row.expiresAt, usedAt: row.usedAt ?? undefined };
}
