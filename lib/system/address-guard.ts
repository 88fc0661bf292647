import { lookup as lookupAny, type LookupAddress, type LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * Which addresses outbound requests may reach. `public` is for the open internet, `loopback-too` for a pretend
 * internet on this machine, `any` for a desk inside a LAN. None reaches link-local (cloud metadata), multicast,
 * broadcast or unspecified addresses: no feed lives there.
 */
export type AddressPolicy = 'public' | 'loopback-too' | 'any';

/** Global unicast: everything outside 2000::/3 is special or not handed out. */
const GLOBAL_UNICAST_V6 = ipaddr.IPv6.parseCIDR('2000::/3');
/** Azure's host agent answers on this public-looking address of every virtual machine. */
const CLOUD_HOST_AGENTS = new Set(['168.63.129.16']);
const NEVER = new Set(['unspecified', 'broadcast', 'multicast', 'linkLocal', 'discard', 'hostAgent']);

const RANGE_WORDS: Readonly<Record<string, string>> = {
  loopback: 'this machine itself',
  private: 'a private network',
  uniqueLocal: 'a private network',
  carrierGradeNat: 'a private network',
  deprecatedSiteLocal: 'a private network',
  linkLocal: 'the local link, where cloud metadata is served',
  hostAgent: 'a cloud host agent',
  multicast: 'a multicast group',
  broadcast: 'the broadcast address',
  unspecified: 'no machine at all',
};

export class RefusedAddressError extends Error {
  override name = 'RefusedAddressError';
}

/** Why this address may not be reached, as the end of a sentence; `undefined` where it may. */
export function refuseAddress(address: string, policy: AddressPolicy): string | undefined {
  const range = rangeOf(address);
  if (range === 'public') return undefined;
  if (range === 'loopback' && policy !== 'public') return undefined;
  if (policy === 'any' && range !== 'invalid' && !NEVER.has(range)) return undefined;
  return `${address} belongs to ${RANGE_WORDS[range] ?? 'a reserved range'}`;
}

/**
 * Like `dns.lookup`, and hands out only addresses the policy allows. Given to the connector itself,
 * so the address checked is the address connected to: a name that changes its mind gains nothing.
 */
export function createGuardedLookup(policy: AddressPolicy): LookupFunction {
  return (hostname, options, callback) => {
    const asked: LookupOptions = { ...options, all: true };
    lookupAny(hostname, asked, (error, found) => {
      if (error) return callback(error, '', 0);
      const addresses = typeof found === 'string' ? [] : found;
      const allowed = addresses.filter(({ address }) => refuseAddress(address, policy) === undefined);
      const [first] = allowed;
      if (!first) return callback(refusal(hostname, addresses, policy), '', 0);
      if (options.all) return callback(null, allowed);
      callback(null, first.address, first.family);
    });
  };
}

/** The host of a URL where it is an address itself, without the brackets of IPv6. */
export function addressInUrl(url: URL): string | undefined {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(host) ? host : undefined;
}

function rangeOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'invalid';
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) return rangeOfV4(parsed);
  const embedded = embeddedV4(parsed);
  if (embedded) return rangeOfV4(embedded);
  const range = parsed.range();
  if (range !== 'unicast') return range;
  return parsed.match(GLOBAL_UNICAST_V6) ? 'public' : 'reserved';
}

function rangeOfV4(address: ipaddr.IPv4): string {
  if (CLOUD_HOST_AGENTS.has(address.toString())) return 'hostAgent';
  const range = address.range();
  return range === 'unicast' ? 'public' : range;
}

/** IPv4 in disguise: mapped, NAT64 and 6to4 addresses lead to the IPv4 address they carry. */
function embeddedV4(address: ipaddr.IPv6): ipaddr.IPv4 | undefined {
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  const bytes = address.toByteArray();
  const range: string = address.range();
  if (range === 'rfc6052' || range === 'rfc6145') return new ipaddr.IPv4(bytes.slice(12));
  if (range === '6to4') return new ipaddr.IPv4(bytes.slice(2, 6));
  return undefined;
}

function refusal(hostname: string, found: readonly LookupAddress[], policy: AddressPolicy): Error {
  const [first] = found;
  const reason = first ? refuseAddress(first.address, policy) : 'it has no address';
  return new RefusedAddressError(`${hostname} may not be reached: ${reason}.`);
}
