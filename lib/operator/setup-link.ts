import { createHash, randomBytes } from 'node:crypto';
import { HOUR_MS } from '@/lib/core/time';
import { hasOperator } from '@/db/queries/operators';
import { setupLink } from '@/db/queries/setup-link';
import { openSetupLink } from '@/db/writes/open-setup-link';

const TOKEN_BYTES = 32;
const LINK_LIFE_MS = 24 * HOUR_MS;

/** `settled`: an operator exists, so no link is needed any more. */
export type SetupLinkState = 'open' | 'expired' | 'unknown' | 'settled';

/**
 * Makes the one-time link for the first operator and returns its path; every older one stops working.
 * `undefined` once an operator exists. Only the token's hash is stored.
 */
export async function createSetupLink(now: Date): Promise<string | undefined> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const expiresAt = new Date(now.getTime() + LINK_LIFE_MS);
  const opened = await openSetupLink({ tokenHash: hashSetupToken(token), createdAt: now, expiresAt });
  return opened ? `/console/setup?token=${token}` : undefined;
}

/** Whether a link may still be used at `now`. */
export async function setupLinkState(token: string, now: Date): Promise<SetupLinkState> {
  if (await hasOperator()) return 'settled';
  const link = await setupLink(hashSetupToken(token));
  if (!link || link.usedAt) return 'unknown';
  return link.expiresAt > now ? 'open' : 'expired';
}

export function hashSetupToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
