import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/db/client';
import { loadMarkets } from '@/db/queries/load-markets';
import { markets } from '@/db/schema/market';
import { readMarketCatalogue } from '@/db/seed/read-market-catalogue';
import { readTokenCatalogue } from '@/db/seed/read-token-catalogue';
import { useTestDatabase } from '@/db/testing';
import type { TokenId } from '@/lib/model/ids';
import { seedMarkets } from './seed-markets';
import { seedTokens } from './seed-tokens';

useTestDatabase();

const NOW = new Date('2026-11-20T12:00:00Z');

describe('the catalogue of markets', () => {
  const catalogue = readMarketCatalogue();

  it('names only tokens that exist', () => {
    const tokens = new Set(readTokenCatalogue().map(({ id }) => id));
    expect(catalogue.filter(({ tokenId }) => !tokens.has(tokenId)).map(({ symbol }) => symbol)).toEqual([]);
  });

  it('never means two tokens by one symbol at one time', () => {
    const overlapping = catalogue.filter((market) =>
      catalogue.some(
        (other) =>
          other !== market &&
          other.venue === market.venue &&
          other.symbol === market.symbol &&
          other.validFrom < (market.validTo ?? new Date(8.64e15)) &&
          market.validFrom < (other.validTo ?? new Date(8.64e15)),
      ),
    );
    expect(overlapping).toEqual([]);
  });

  it('spells symbols as each venue does, and takes their currency at their word', () => {
    const spelling = { binance: /^[A-Z0-9]+USDT$/, coinbase: /^[A-Z0-9]+-USD$/, kraken: /^[A-Z0-9]+\/USD$/ };
    expect(catalogue.filter(({ venue, symbol }) => !spelling[venue].test(symbol))).toEqual([]);
    expect(catalogue.filter(({ symbol, quoteCurrency }) => !symbol.endsWith(quoteCurrency))).toEqual([]);
  });

  it('knows that AI is Sleepless AI on Binance and Gensyn on Coinbase', () => {
    const meaning = (venue: string, symbol: string) =>
      catalogue.find((market) => market.venue === venue && market.symbol === symbol)?.tokenId;
    expect(meaning('binance', 'AIUSDT')).toBe('sleepless-ai');
    expect(meaning('coinbase', 'AI-USD')).toBe('gensyn');
    expect(meaning('binance', 'AIGENSYNUSDT')).toBe('gensyn');
  });

  it('covers at least fifty tokens, most of them at two venues or more', () => {
    const venues = new Map<TokenId, number>();
    for (const { tokenId } of catalogue) venues.set(tokenId, (venues.get(tokenId) ?? 0) + 1);
    expect(venues.size).toBeGreaterThanOrEqual(50);
    expect([...venues.values()].filter((count) => count > 1).length).toBeGreaterThan(venues.size / 2);
  });
});

describe('seeding markets', () => {
  beforeAll(async () => {
    await seedTokens();
    await seedMarkets();
  });

  it('binds every one, and again without a change', async () => {
    const first = await loadMarkets(NOW);
    expect(first).toHaveLength(readMarketCatalogue().length);
    await seedMarkets();
    expect(await loadMarkets(NOW)).toEqual(first);
    expect(first[0]?.tokenId).toBe('bitcoin');
  });

  it("keeps the venue's word on whether a market trades", async () => {
    const isTron = and(eq(markets.venue, 'kraken'), eq(markets.symbol, 'TRX/USD'));
    await database().update(markets).set({ status: 'halted' }).where(isTron);
    await seedMarkets();
    expect(await database().select({ status: markets.status }).from(markets).where(isTron)).toEqual([
      { status: 'halted' },
    ]);
  });

  it('lets go of a curated binding that left the catalogue, never of an operator’s', async () => {
    const row = {
      venue: 'kraken',
      validFrom: new Date(0),
      tokenId: 'bitcoin' as TokenId,
      quoteCurrency: 'USD',
    } as const;
    await database()
      .insert(markets)
      .values([
        { ...row, symbol: 'GONE/USD', boundBy: 'curated' },
        { ...row, symbol: 'OURS/USD', boundBy: 'operator' },
      ]);
    await seedMarkets();
    const symbols = (await loadMarkets(NOW)).map(({ symbol }) => symbol);
    expect(symbols).toContain('OURS/USD');
    expect(symbols).not.toContain('GONE/USD');
  });
});
