import { toHttpUrl } from '@/lib/core/url';
import type { AddressPolicy } from '@/lib/system/address-guard';
import { readEnv } from '@/lib/system/env';
import { addressPolicyFor } from '@/lib/system/http';
import { judgeUrl } from '@/lib/system/judge-url';

const POLICIES: readonly AddressPolicy[] = ['public', 'loopback-too', 'any'];

/**
 * `eval -- guard [--policy public|loopback-too|any] URL…`: whether the desk would ask each address, and why not, as
 * its own client judges it; names are looked up. Ends with 0 where all are allowed, 1 where one is refused.
 */
export async function evalGuard(args: readonly string[]): Promise<number> {
  const { policy, urls } = readArguments(args);
  if (!policy || urls.length === 0) {
    process.stderr.write(`Usage: npm run --silent eval -- guard [--policy ${POLICIES.join('|')}] URL…\n`);
    return 2;
  }
  let refused = 0;
  for (const text of urls) {
    const url = toHttpUrl(text);
    const verdict = url
      ? await judgeUrl(url, policy)
      : { isAllowed: false, words: 'it is not a web address (http or https)' };
    if (!verdict.isAllowed) refused += 1;
    process.stdout.write(
      `${verdict.isAllowed ? 'allowed' : 'refused'}  ${text}  ${verdict.words}  [policy: ${policy}]\n`,
    );
  }
  return refused === 0 ? 0 : 1;
}

/** The policy is the environment's, `public` by default, unless it is named. */
function readArguments(args: readonly string[]): {
  readonly policy: AddressPolicy | undefined;
  readonly urls: readonly string[];
} {
  const [first, second, ...rest] = args;
  if (first !== '--policy') return { policy: addressPolicyFor(readEnv()), urls: args };
  return { policy: POLICIES.find((policy) => policy === second), urls: rest };
}
