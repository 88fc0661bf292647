import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { operatorAccounts, operators, setupLinks } from '@/db/schema/operators';

/** How better-auth names an account that signs in with a password. */
const PASSWORD_PROVIDER = 'credential';

/**
 * Spends a setup link and stores the operator it was for, both or neither.
 * `false` where the link is spent, expired or unknown, or an operator exists.
 */
export async function addFirstOperator(request: FirstOperator): Promise<boolean> {
  const { tokenHash, now, operator } = request;
  return database().transaction(async (tx) => {
    // Two forms sent at once queue here; the second finds the link spent.
    await tx.execute(sql`lock table ${operators} in share row exclusive mode`);
    const [existing] = await tx.select({ id: operators.id }).from(operators).limit(1);
    if (existing) return false;
    const spent = await tx
      .update(setupLinks)
      .set({ usedAt: now })
      .where(
        and(eq(setupLinks.tokenHash, tokenHash), isNull(setupLinks.usedAt), gt(setupLinks.expiresAt, now)),
      )
      .returning();
    if (spent.length === 0) return false;
    const { id, name, email, passwordHash } = operator;
    const stamps = { createdAt: now, updatedAt: now };
    await tx.insert(operators).values({ id, name, email, ...stamps });
    await tx.insert(operatorAccounts).values({
      id,
      userId: id,
      accountId: id,
      providerId: PASSWORD_PROVIDER,
      password: passwordHash,
      ...stamps,
    });
    return true;
  });
}

export interface FirstOperator {
  readonly tokenHash: string;
  readonly now: Date;
  readonly operator: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly passwordHash: string;
  };
}
