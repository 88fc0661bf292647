import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { addressInUrl, createGuardedLookup, refuseAddress } from './address-guard';

describe('addresses under the policy "public"', () => {
  it.each(['93.184.216.34', '8.8.8.8', '2606:4700::1111', '::ffff:8.8.8.8', '64:ff9b::808:808'])(
    'lets %s through',
    (address) => {
      expect(refuseAddress(address, 'public')).toBeUndefined();
    },
  );

  it.each([
    ['127.0.0.1', 'this machine itself'],
    ['127.255.0.9', 'this machine itself'],
    ['::1', 'this machine itself'],
    ['0.0.0.0', 'no machine'],
    ['::', 'no machine'],
    ['10.1.2.3', 'private network'],
    ['172.16.0.1', 'private network'],
    ['172.31.255.255', 'private network'],
    ['192.168.1.1', 'private network'],
    ['100.64.0.1', 'private network'],
    ['fd00::1', 'private network'],
    ['169.254.169.254', 'cloud metadata'],
    ['fe80::1', 'cloud metadata'],
    ['168.63.129.16', 'metadata service of a cloud'],
    ['224.0.0.1', 'multicast'],
    ['ff02::1', 'multicast'],
    ['255.255.255.255', 'broadcast'],
    ['198.18.0.1', 'reserved'],
    ['192.0.2.1', 'reserved'],
    ['240.0.0.1', 'reserved'],
    ['2001:db8::1', 'reserved'],
    ['::ffff:127.0.0.1', 'this machine itself'],
    ['::ffff:10.0.0.1', 'private network'],
    ['::127.0.0.1', 'this machine itself'],
    ['64:ff9b::7f00:1', 'this machine itself'],
    ['2002:7f00:1::', 'this machine itself'],
    ['2002:a9fe:a9fe::', 'cloud metadata'],
    ['fe80::1%eth0', 'cloud metadata'],
    ['4000::1', 'reserved'],
    ['not an address', 'reserved'],
  ])('refuses %s as %s', (address, words) => {
    expect(refuseAddress(address, 'public')).toContain(words);
  });

  it('refuses every private IPv4 address in its IPv6 disguises too', () => {
    const octet = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.constantFrom(10, 127), octet, octet, octet, (a, b, c, d) => {
        expect(refuseAddress(`::ffff:${a}.${b}.${c}.${d}`, 'public')).toBeDefined();
      }),
    );
  });
});

describe('the wider policies', () => {
  it.each([
    ['loopback-too', '127.0.0.1', true],
    ['loopback-too', '::1', true],
    ['loopback-too', '10.0.0.1', false],
    ['loopback-too', '169.254.169.254', false],
    ['any', '127.0.0.1', true],
    ['any', '192.168.0.7', true],
    ['any', 'fd00::7', true],
    ['any', '169.254.169.254', false],
    ['any', '224.0.0.1', false],
    ['any', '0.0.0.0', false],
  ] as const)('%s: %s is allowed: %s', (policy, address, allowed) => {
    expect(refuseAddress(address, policy) === undefined).toBe(allowed);
  });
});

describe('hosts written to look like something else', () => {
  it.each([
    ['http://2130706433/', '127.0.0.1'],
    ['http://0x7f.1/', '127.0.0.1'],
    ['http://0177.0.0.1/', '127.0.0.1'],
    ['http://0x7f000001/', '127.0.0.1'],
    ['http://127.1/', '127.0.0.1'],
    ['http://①②⑦.0.0.1/', '127.0.0.1'],
    ['http://[::ffff:127.0.0.1]/', '::ffff:7f00:1'],
  ])('%s is read as %s', (url, address) => {
    expect(addressInUrl(new URL(url))).toBe(address);
  });

  it('a name is no address', () => {
    expect(addressInUrl(new URL('https://feeds.example/'))).toBeUndefined();
  });
});

describe('the guarded lookup', () => {
  const look = (policy: 'public' | 'loopback-too', all: boolean) =>
    new Promise<{ error: Error | null; found: unknown }>((resolve) => {
      createGuardedLookup(policy)('localhost', { all }, (error, found) => resolve({ error, found }));
    });

  it('hands no address of this machine to a public desk', async () => {
    const { error } = await look('public', true);
    expect(error?.message).toContain('localhost may not be reached');
  });

  it('hands it out where loopback is allowed, in both forms of the callback', async () => {
    const list = await look('loopback-too', true);
    const single = await look('loopback-too', false);
    expect(list.found).toEqual(
      expect.arrayContaining([expect.objectContaining({ family: expect.any(Number) })]),
    );
    expect(['127.0.0.1', '::1']).toContain(single.found);
  });
});
