import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { clientAddress } from './client-address';

test.each([
  { peer: '203.0.113.7', forwarded: undefined, counted: '203.0.113.7', why: 'a peer of the internet' },
  {
    peer: '203.0.113.7',
    forwarded: '198.51.100.1',
    counted: '203.0.113.7',
    why: 'a stranger who claims to forward',
  },
  { peer: '127.0.0.1', forwarded: '198.51.100.1', counted: '198.51.100.1', why: 'a proxy on this machine' },
  {
    peer: '::ffff:10.0.0.2',
    forwarded: '198.51.100.1',
    counted: '198.51.100.1',
    why: 'a proxy on this network',
  },
  {
    peer: '10.0.0.2',
    forwarded: '1.2.3.4, 198.51.100.1',
    counted: '198.51.100.1',
    why: 'a chain: the last entry',
  },
  { peer: '10.0.0.2', forwarded: 'unknown', counted: '10.0.0.2', why: 'a proxy that hides its client' },
  { peer: '10.0.0.2', forwarded: '<script>', counted: '10.0.0.2', why: 'a header of nonsense' },
  { peer: '127.0.0.1', forwarded: undefined, counted: '127.0.0.1', why: 'this machine itself' },
  { peer: '::1', forwarded: undefined, counted: '0:0:0:0::/64', why: 'this machine over IPv6' },
  {
    peer: '2001:db8:1:2:aaaa::1',
    forwarded: undefined,
    counted: '2001:db8:1:2::/64',
    why: 'an IPv6 subscriber',
  },
  {
    peer: '2001:db8:1:2:bbbb::9',
    forwarded: undefined,
    counted: '2001:db8:1:2::/64',
    why: 'the same subscriber',
  },
  { peer: undefined, forwarded: undefined, counted: 'unknown', why: 'a peer that is gone already' },
])('$why counts as $counted', ({ peer, forwarded, counted }) => {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  const request = { headers, socket: { remoteAddress: peer } } as unknown as IncomingMessage;
  expect(clientAddress(request)).toBe(counted);
});
