import type { LookupAddress } from 'node:dns';
import { addressInUrl, createGuardedLookup, type AddressPolicy, type ResolveName } from './address-guard';
import { describeHttpError } from './http-failure';
import { refuseUrl } from './refuse-url';

/** Whether an address would be asked; the words go on after the address. */
export interface UrlVerdict {
  readonly isAllowed: boolean;
  readonly words: string;
}

/**
 * Judges an address as a request would, without asking it: scheme, port, name, and each address the name has.
 * A name that cannot be looked up here is allowed so far: every connection judges it again.
 */
export async function judgeUrl(url: URL, policy: AddressPolicy, resolve?: ResolveName): Promise<UrlVerdict> {
  const refused = refuseUrl(url, policy);
  if (refused !== undefined) return { isAllowed: false, words: refused };
  const literal = addressInUrl(url);
  if (literal !== undefined)
    return { isAllowed: true, words: `${literal} is an address that may be reached` };
  return judgeName(url.hostname, policy, resolve);
}

function judgeName(
  hostname: string,
  policy: AddressPolicy,
  resolve: ResolveName | undefined,
): Promise<UrlVerdict> {
  return new Promise((settle) => {
    createGuardedLookup(policy, resolve)(hostname, { all: true }, (error, found) => {
      if (!error) return settle({ isAllowed: true, words: `${hostname} is ${listAddresses(found)}` });
      const { reason, message } = describeHttpError(error, hostname);
      if (reason === 'refused-address') return settle({ isAllowed: false, words: message });
      settle({ isAllowed: true, words: `so far: ${message} Its address is judged when it is connected to.` });
    });
  });
}

function listAddresses(found: string | readonly LookupAddress[]): string {
  return typeof found === 'string' ? found : found.map(({ address }) => address).join(', ');
}
