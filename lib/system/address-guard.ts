import { lookup as lookupAny, NODATA, TIMEOUT, type LookupAddress, type LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * Which addresses outbound requests may reach. `public` is for the open internet, `loopback-too` for a pretend
 * internet on this machine, `any` for a desk inside a LAN. None reaches cloud metadata, link-local, multicast,
 * broadcast or unspecified addresses: no feed lives there.
 */
export type AddressPolicy = 'public' | 'loopback-too' | 'any';

/** How the system looks a name up: like `dns.lookup` asked for all addresses. */
export type ResolveName = (
  hostname: string,
  options: LookupOptions & { readonly all: true },
  callback: (error: NodeJS.ErrnoException | null, found: readonly LookupAddress[]) => void,
) => void;

const LOOKUP_TIMEOUT_MS = 6_000;
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');
const TRANSLATED = ipaddr.IPv6.parseCIDR('::ffff:0:0:0/96');
const SIX_TO_FOUR = ipaddr.IPv6.parseCIDR('2002::/16');
const COMPATIBLE = ipaddr.IPv6.parseCIDR('::/96');
/** Global unicast: everything outside 2000::/3 is special or not handed out. */
const GLOBAL_UNICAST_V6 = ipaddr.IPv6.parseCIDR('2000::/3');
/** Parts of it that lead to no machine: protocol assignments (RFC 2928), documentation (RFC 9637). */
const SPECIAL_V6 = ['2001::/23', '3fff::/20'].map((range) => ipaddr.IPv6.parseCIDR(range));
/**
 * Where clouds tell a machine its secrets, as far as it is not link-local: AWS (instance, pod identity, name server),
 * Google, Azure's host agent, Alibaba, Oracle.
 */
const CLOUD_METADATA = new Set(
  [
    ...['fd00:ec2::254', 'fd00:ec2::23', 'fd00:ec2::253', 'fd20:ce::254'],
    ...['168.63.129.16', '100.100.100.200', '192.0.0.192'],
  ].map((address) => ipaddr.parse(address).toNormalizedString()),
);
const NEVER = new Set(['unspecified', 'broadcast', 'multicast', 'linkLocal', 'discard', 'cloudMetadata']);

const RANGE_WORDS: Readonly<Record<string, string>> = {
  loopback: 'this machine itself',
  private: 'a private network',
  uniqueLocal: 'a private network',
  carrierGradeNat: 'a private network of a carrier',
  deprecatedSiteLocal: 'a private network',
  linkLocal: 'the local link, where cloud metadata is served',
  cloudMetadata: 'the metadata service of a cloud',
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

/** Whether an address is this machine's own. */
export function isLoopback(address: string): boolean {
  return rangeOf(address) === 'loopback';
}

/**
 * Like `dns.lookup`, and hands out nothing where one of the addresses may not be reached. Given to the connector
 * itself, so the address checked is the address connected to: a name that changes its mind gains nothing.
 */
export function createGuardedLookup(policy: AddressPolicy, resolve: ResolveName = lookupAny): LookupFunction {
  const resolveInTime = limitTime(resolve);
  return (hostname, options, callback) => {
    resolveInTime(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0);
      const reasons = found.map(({ address }) => refuseAddress(address, policy));
      const reason = reasons.find((why) => why !== undefined);
      if (reason !== undefined) {
        return callback(new RefusedAddressError(`${hostname} may not be reached: ${reason}.`), '', 0);
      }
      const [first] = found;
      if (!first) return callback(withCode(NODATA), '', 0);
      if (options.all) return callback(null, [...found]);
      callback(null, first.address, first.family);
    });
  };
}

/** The host of a URL where it is an address itself, without the brackets of IPv6. */
export function addressInUrl(url: URL): string | undefined {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(host) ? host : undefined;
}

/** A name server that keeps us waiting is told apart from a web server that does. */
function limitTime(resolve: ResolveName): ResolveName {
  return (hostname, options, callback) => {
    let isOver = false;
    const finish: typeof callback = (error, found) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      callback(error, found);
    };
    const timer = setTimeout(() => finish(withCode(TIMEOUT), []), LOOKUP_TIMEOUT_MS);
    resolve(hostname, options, finish);
  };
}

function withCode(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code });
}

function rangeOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'invalid';
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) return rangeOfV4(parsed);
  const embedded = embeddedV4(parsed);
  if (embedded) return rangeOfV4(embedded);
  if (CLOUD_METADATA.has(parsed.toNormalizedString())) return 'cloudMetadata';
  const range = parsed.range();
  if (range !== 'unicast') return range;
  if (SPECIAL_V6.some((special) => parsed.match(special))) return 'reserved';
  if (!parsed.match(GLOBAL_UNICAST_V6)) return 'reserved';
  const tunnelled = tunnelledV4(parsed);
  return tunnelled ? rangeOfV4(tunnelled) : 'public';
}

function rangeOfV4(address: ipaddr.IPv4): string {
  if (CLOUD_METADATA.has(address.toString())) return 'cloudMetadata';
  const range = address.range();
  return range === 'unicast' ? 'public' : range;
}

/**
 * IPv4 in disguise: compatible, mapped, NAT64 and 6to4 addresses lead to the IPv4 address they carry. Only NAT64's
 * well-known /96 says where it carries it; the local /48 is a network's own affair and stays reserved.
 */
function embeddedV4(address: ipaddr.IPv6): ipaddr.IPv4 | undefined {
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  const bytes = address.toByteArray();
  const last = () => new ipaddr.IPv4(bytes.slice(12));
  if (address.match(NAT64) || address.match(TRANSLATED)) return last();
  if (address.match(SIX_TO_FOUR)) return new ipaddr.IPv4(bytes.slice(2, 6));
  // `::` and `::1` are no IPv4.
  return address.match(COMPATIBLE) && bytes[12] !== 0 ? last() : undefined;
}

/** ISATAP: the last 64 bits are 0000:5efe or 0200:5efe and an IPv4 address. */
function tunnelledV4(address: ipaddr.IPv6): ipaddr.IPv4 | undefined {
  const bytes = address.toByteArray();
  const isIsatap =
    ((bytes[8] ?? 1) & 0xfd) === 0 && bytes[9] === 0 && bytes[10] === 0x5e && bytes[11] === 0xfe;
  return isIsatap ? new ipaddr.IPv4(bytes.slice(12)) : undefined;
}
