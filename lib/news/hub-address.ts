import type { Env } from '@/lib/system/env';
import { addressPolicyFor } from '@/lib/system/http';
import { refuseUrl } from '@/lib/system/refuse-url';

/**
 * Where hubs can reach this desk: its public address, if it has one that can be reached from where hubs are.
 * A desk at `localhost` asks none.
 */
export function hubAddress(
  env: Pick<Env, 'PUBLIC_URL' | 'ALLOW_PRIVATE_NETWORKS' | 'SIMULATED_WORLD'>,
): string | undefined {
  if (env.PUBLIC_URL === undefined) return undefined;
  const reason = refuseUrl(new URL(env.PUBLIC_URL), addressPolicyFor(env));
  return reason === undefined ? env.PUBLIC_URL : undefined;
}
