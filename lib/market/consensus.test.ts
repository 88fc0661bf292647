import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPrice, type Decimal } from '@/lib/core/decimal';
import type { VenueId } from '@/lib/model/ids';
import { findConsensus, NO_MEMORY, weighVenues, type Memory, type Opinion } from './consensus';

const START = Date.UTC(2026, 10, 20, 12);
const VENUES: readonly VenueId[] = ['binance', 'coinbase', 'kraken'];

/** Opinions of a moment, in seconds after the start: `[price, millions of volume]` each. */
function at(seconds: number, ...said: readonly (readonly [price: number | string, millions?: number])[]) {
  const now = new Date(START + seconds * 1_000);
  const opinions = said.map(([price, millions], index): Opinion => {
    const volumeUsd = millions === undefined ? undefined : millions * 1_000_000;
    return {
      venue: VENUES[index % 3] ?? 'binance',
      priceUsd: toPrice(String(price)) as Decimal,
      volumeUsd,
      receivedAt: now,
    };
  });
  return { opinions, now };
}

function agree(moment: ReturnType<typeof at>, memory: Memory = NO_MEMORY) {
  return findConsensus(moment.opinions, memory, moment.now);
}

/** The memory of having agreed on a price at second 0. */
function remembering(price: number): Memory {
  return agree(at(0, [price])).memory;
}

describe('three venues or more', () => {
  it.each([
    ['agree', [100, 100.1, 100.05], 100.05],
    ['one is ten times off', [1_000, 100, 100.1], 100.05],
    ['one is a hundredth', [100, 1, 100.1], 100.05],
    ['one is frozen four percent away', [104, 100, 100.02], 100.01],
    ['are spread, but honestly', [100, 103, 106], 103],
    ['two say the very same', [100, 100, 250], 100],
  ])('%s: the price is the centre of the honest ones', (_, prices, expected) => {
    const { priceUsd } = agree(at(0, ...prices.map((price) => [price, 50] as const)));
    expect(Number(priceUsd)).toBe(expected);
  });

  it('name who was left out', () => {
    const { used, dropped } = agree(at(0, [100, 10], [101, 10], [120, 900]));
    expect(used.map(({ venue }) => venue)).toEqual(['binance', 'coinbase']);
    expect(dropped.map(({ venue }) => venue)).toEqual(['kraken']);
  });

  it('bear more spread where little is traded', () => {
    const said = [100, 100, 102.5];
    expect(agree(at(0, ...said.map((price) => [price, 500] as const))).dropped).toHaveLength(1);
    expect(agree(at(0, ...said.map((price) => [price, 0.2] as const))).dropped).toHaveLength(0);
  });

  it('are never ruled by the largest alone', () => {
    const { opinions } = at(0, [100, 1_000_000], [101, 1], [102, 1]);
    const weights = [...weighVenues(opinions).values()];
    expect(weights[0]).toBeCloseTo(0.4 * weights.reduce((sum, weight) => sum + weight, 0));
  });

  it('cannot be moved out of the honest range by any one of them', () => {
    const honest = fc.double({ min: 99.5, max: 100.5, noNaN: true });
    const liar = fc.double({ min: 0.001, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(
        fc.tuple(honest, honest, honest),
        fc.oneof(liar, fc.double({ min: 97, max: 103, noNaN: true })),
        fc.nat(3),
        (honestly, lie, seat) => {
          const prices: number[] = [...honestly];
          prices.splice(seat, 0, lie);
          const said = prices.map((price) => [price.toFixed(6), price === lie ? 1e6 : 10] as const);
          const agreed = Number(agree(at(0, ...said)).priceUsd);
          expect(agreed).toBeGreaterThanOrEqual(Math.min(...honestly) - 1.01);
          expect(agreed).toBeLessThanOrEqual(Math.max(...honestly) + 1.01);
        },
      ),
    );
  });
});

describe('two venues', () => {
  it('meet in the middle while they are near', () => {
    expect(agree(at(0, [100], [101])).priceUsd).toBe('100.5');
  });

  it('in dispute: the one nearer to the last agreement holds', () => {
    const first = agree(at(1, [1_000, 900], [100.2, 1]), remembering(100));
    expect(first.priceUsd).toBe('100.2');
    expect(first.dropped.map(({ venue }) => venue)).toEqual(['binance']);
    expect(agree(at(29, [1_000, 900], [100.4, 1]), first.memory).priceUsd).toBe('100.4');
  });

  it('in dispute for more than half a minute: the larger one holds', () => {
    const first = agree(at(1, [150, 900], [100, 1]), remembering(100));
    const later = agree(at(20, [150, 900], [100, 1]), first.memory);
    expect(later.priceUsd).toBe('100');
    expect(agree(at(32, [150, 900], [100, 1]), later.memory).priceUsd).toBe('150');
  });

  it('in dispute without a past: the larger one holds', () => {
    expect(agree(at(0, [1_000, 900], [100, 1])).priceUsd).toBe('1000');
    expect(agree(at(0, [1_000], [100, 1])).priceUsd).toBe('100');
  });

  it('that come together again forget the dispute', () => {
    const dispute = agree(at(1, [1_000, 900], [100, 1]), remembering(100));
    const peace = agree(at(2, [100.5], [100]), dispute.memory);
    expect(peace.memory.disputedSince).toBeUndefined();
  });
});

describe('a lone venue', () => {
  it('is believed at once where it did not leap', () => {
    expect(agree(at(1, [119]), remembering(100)).priceUsd).toBe('119');
    expect(agree(at(1, [1_000])).priceUsd).toBe('1000');
  });

  it('that leaps waits for a second tick to say so', () => {
    const leap = agree(at(1, [1_000]), remembering(100));
    expect(leap.priceUsd).toBeUndefined();
    expect(agree(at(2, [1_010]), leap.memory).priceUsd).toBe('1010');
  });

  it('that leaps and comes back never showed the leap', () => {
    const leap = agree(at(1, [1_000]), remembering(100));
    const back = agree(at(2, [100.1]), leap.memory);
    expect(back.priceUsd).toBe('100.1');
    expect(back.memory.leap).toBeUndefined();
  });

  it('is not confirmed by looking twice at the same tick, but by five seconds', () => {
    const tick = at(1, [1_000]);
    const leap = agree(tick, remembering(100));
    const look = (seconds: number) =>
      findConsensus(tick.opinions, leap.memory, new Date(START + seconds * 1_000)).priceUsd;
    expect(look(3)).toBeUndefined();
    expect(look(6)).toBe('1000');
  });

  it('that leaps here and there goes on waiting', () => {
    const up = agree(at(1, [1_000]), remembering(100));
    expect(agree(at(2, [500]), up.memory).priceUsd).toBeUndefined();
  });

  it('is not measured by a price of a minute ago', () => {
    expect(agree(at(61, [1_000]), remembering(100)).priceUsd).toBe('1000');
  });
});

it('nobody says nothing', () => {
  expect(findConsensus([], NO_MEMORY, new Date(START))).toMatchObject({ priceUsd: undefined, used: [] });
});
