import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';

const PROXY_RANGES: readonly string[] = ['loopback', 'private', 'uniqueLocal', 'linkLocal'];
const IPV6_SUBSCRIBER_PARTS = 4;

/**
 * Whom to count a connection for. A proxy stands on this machine or this network, so only such a peer's
 * `X-Forwarded-For` is believed, and of it only the last entry, which the proxy itself wrote.
 * One IPv6 subscriber holds a whole /64 and counts as one.
 */
export function clientAddress(request: Pick<IncomingMessage, 'headers' | 'socket'>): string {
  const peer = request.socket.remoteAddress ?? '';
  const forwarded =
    [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',').at(-1)?.trim() ?? '';
  return subscriberOf(isProxy(peer) && ipaddr.isValid(forwarded) ? forwarded : peer);
}

function isProxy(address: string): boolean {
  return ipaddr.isValid(address) && PROXY_RANGES.includes(ipaddr.process(address).range());
}

function subscriberOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  return `${parsed.parts
    .slice(0, IPV6_SUBSCRIBER_PARTS)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}
