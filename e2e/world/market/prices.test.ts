import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import { readMarketCatalogue } from '@/db/seed/read-market-catalogue';
import { createPrices, type Impulse } from './prices';
import { tokenById, WORLD_TOKENS } from './tokens';
import { addWalk, KNOT_MS } from './wander';

const NOON = Date.UTC(2026, 10, 23, 12);
const quiet = () => createPrices(3, () => []);

describe('the prices of the pretend market', () => {
  it('are the same for the same seed and others for another', () => {
    const at = NOON + 12_345;
    expect(quiet().at('bitcoin', at)).toBe(quiet().at('bitcoin', at));
    expect(createPrices(4, () => []).at('bitcoin', at)).not.toBe(quiet().at('bitcoin', at));
  });

  it('move in a day as far as they are told to', () => {
    const knotsPerDay = DAY_MS / KNOT_MS;
    const moves: number[] = [];
    for (let seed = 1; seed <= 25; seed++) {
      const path = new Float64Array(knotsPerDay * 4 + 1);
      addWalk(path, seed * 1_000_000, { seed, dailyPercent: 1, pegged: false });
      for (let day = 0; day < 4; day++) {
        moves.push(100 * ((path[(day + 1) * knotsPerDay] ?? 0) - (path[day * knotsPerDay] ?? 0)));
      }
    }
    const deviation = Math.sqrt(moves.reduce((sum, move) => sum + move * move, 0) / moves.length);
    expect(deviation).toBeGreaterThan(0.7);
    expect(deviation).toBeLessThan(1.3);
  });

  it('never jump from one second to the next, not even over the hour', () => {
    const prices = quiet();
    for (let at = NOON - 90 * SECOND_MS; at < NOON + 90 * SECOND_MS; at += SECOND_MS) {
      const step = prices.at('dogecoin', at + SECOND_MS) / prices.at('dogecoin', at) - 1;
      expect(Math.abs(step)).toBeLessThan(0.003);
    }
  });

  it('stay inside the extremes of their minute', () => {
    const prices = quiet();
    const { high, low } = prices.hourOfBars('solana', NOON / HOUR_MS);
    for (let second = 0; second < 3_600; second += 7) {
      const price = prices.at('solana', NOON + second * SECOND_MS);
      const minute = Math.floor(second / 60);
      expect(price).toBeLessThanOrEqual((high[minute] ?? 0) * (1 + 1e-12));
      expect(price).toBeGreaterThanOrEqual((low[minute] ?? 0) * (1 - 1e-12));
    }
  });

  it('feel an event, most of it within minutes, and forget it', () => {
    const event: Impulse = { tokenId: 'solana', at: NOON, percent: 3 };
    const moved = createPrices(3, () => [event]);
    const shareAt = (ms: number) => 100 * (moved.at('solana', ms) / quiet().at('solana', ms) - 1);
    expect(shareAt(NOON - 2 * MINUTE_MS)).toBeCloseTo(0, 9);
    expect(shareAt(NOON + 5 * MINUTE_MS)).toBeGreaterThan(2.8);
    expect(shareAt(NOON + 2 * HOUR_MS)).toBeCloseTo(0, 9);
    expect(moved.at('bitcoin', NOON + MINUTE_MS)).toBe(quiet().at('bitcoin', NOON + MINUTE_MS));
  });

  it('can be pushed, which leaves the past as it was', () => {
    const prices = quiet();
    const before = [prices.at('bitcoin', NOON - HOUR_MS), prices.at('bitcoin', NOON)];
    prices.push({ tokenId: 'bitcoin', at: NOON, percent: -5 });
    expect([prices.at('bitcoin', NOON - HOUR_MS), prices.at('bitcoin', NOON)]).toEqual(before);
    const later = NOON + 6 * MINUTE_MS;
    expect(prices.at('bitcoin', later) / quiet().at('bitcoin', later)).toBeCloseTo(0.95, 2);
  });

  it('keep stablecoins at their peg', () => {
    for (let hour = 0; hour < 24 * 14; hour++) {
      expect(Math.abs(quietly.at('tether', NOON + hour * HOUR_MS) - 1)).toBeLessThan(0.002);
    }
  });
});

const quietly = quiet();

it('every token a venue trades has a price here', () => {
  const unknown = readMarketCatalogue().filter(({ tokenId }) => tokenById(tokenId) === undefined);
  expect(unknown.map(({ tokenId }) => tokenId)).toEqual([]);
  expect(new Set(WORLD_TOKENS.map(({ id }) => id)).size).toBe(WORLD_TOKENS.length);
});
