import { isNull } from 'drizzle-orm';
import { database } from '@/db/client';
import { operators, setupLinks } from '@/db/schema/operators';

/** Makes this the only link that still works. `false`, and nothing done, once an operator exists. */
export async function openSetupLink(link: {
  readonly tokenHash: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}): Promise<boolean> {
  return database().transaction(async (tx) => {
    const [operator] = await tx.select({ id: operators.id }).from(operators).limit(1);
    if (operator) return false;
    await tx.delete(setupLinks).where(isNull(setupLinks.usedAt));
    await tx.insert(setupLinks).values(link);
    return true;
  });
}
