import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import { tokens } from '@/db/schema/tokens';
import { useTestDatabase } from '@/db/testing';
import type { TokenId } from '@/lib/model/ids';
import { tokenLogo } from './token-logo';

useTestDatabase();
beforeAll(async () => {
  await addToken('bitcoin', 'BTC', 'tokens/branded/BTC');
  await addToken('okb', 'OKB', 'tokens/mono/OKB');
  await addToken('hyperliquid', 'HYPE', 'networks/branded/hyper-evm');
  await addToken('plain', 'PLN', null);
  await addToken('renamed', 'R&D', 'tokens/branded/NO-SUCH-DRAWING');
});

test.each(['bitcoin', 'hyperliquid'])('%s has its logo, on a ground of its own', async (id) => {
  const { kind, svg } = await tokenLogo(id);
  expect(kind).toBe('logo');
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^]*d="M24 0H0v24h24z"[^]*<\/svg>\s*$/);
});

test('a drawing in white alone gets a plate behind it', async () => {
  const { kind, svg } = await tokenLogo('okb');
  expect(kind).toBe('logo');
  expect(svg).toMatch(/^<svg[^>]*><path fill="hsl\(/);
});

test('the same token has the same tag every time, another token another', async () => {
  expect((await tokenLogo('bitcoin')).etag).toBe((await tokenLogo('bitcoin')).etag);
  expect((await tokenLogo('bitcoin')).etag).not.toBe((await tokenLogo('plain')).etag);
});

test.each([
  ['plain', 'monogram', 'PLN'],
  ['renamed', 'monogram', 'RD'],
  ['no-such-token', 'unknown', 'N'],
  ['<script>', 'unknown', ''],
  ['', 'unknown', ''],
])('%s has a %s that reads "%s"', async (id, kind, letters) => {
  const logo = await tokenLogo(id);
  expect(logo.kind).toBe(kind);
  expect(logo.svg).toContain(`>${letters}</text>`);
  expect(logo.svg).not.toContain('<script');
});

test.each([
  '../../../../../package',
  'tokens/branded/../../../../package',
  'tokens/branded/..%2f..%2fpackage',
  '/etc/passwd',
  'tokens\\branded\\BTC',
  'exchanges/branded/binance',
])('a catalogue that names %j is not followed', async (icon) => {
  const id = `odd-${Buffer.from(icon).toString('hex')}`;
  await addToken(id, 'ODD', icon);
  expect((await tokenLogo(id)).kind).toBe('monogram');
});

test('whatever is asked for, what comes back is a picture without a script', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (id) => {
      const { svg } = await tokenLogo(id);
      return /^<svg [^]*<\/svg>\s*$/.test(svg) && !/<script|onload|href/i.test(svg);
    }),
    { numRuns: 50 },
  );
});

async function addToken(id: string, symbol: string, icon: string | null): Promise<void> {
  await database()
    .insert(tokens)
    .values({ id: id as TokenId, symbol, name: id, icon, symbolAmbiguity: 'safe', nameAmbiguity: 'safe' });
}
