import { describe, expect, it } from 'vitest';
import { toPrice, type Decimal } from '@/lib/core/decimal';
import type { TokenId } from '@/lib/model/ids';
import type { TokenQuote } from '@/lib/model/quote';
import { createCandleMaker, type TokenCandle } from './candles';

const MINUTE = Date.UTC(2026, 10, 20, 12, 30);

function moment(seconds: number): Date {
  return new Date(MINUTE + seconds * 1_000);
}

function quote(seconds: number, price: string, over: Partial<TokenQuote> = {}): TokenQuote {
  return {
    tokenId: 'bitcoin' as TokenId,
    priceUsd: toPrice(price) as Decimal,
    change24h: undefined,
    open24hUsd: undefined,
    high24hUsd: undefined,
    low24hUsd: undefined,
    volume24hUsd: undefined,
    venues: ['binance'],
    exchangeAt: moment(seconds),
    receivedAt: moment(seconds),
    halted: false,
    ...over,
  };
}

function fill(
  ticks: readonly (readonly [seconds: number, price: string])[],
  resumed: readonly TokenCandle[] = [],
) {
  const maker = createCandleMaker(resumed);
  for (const [seconds, price] of ticks) maker.add(quote(seconds, price), moment(seconds));
  return maker;
}

describe('a minute', () => {
  it('is made of its quotes by the moment they were received', () => {
    const maker = fill([
      [1, '100'],
      [20, '103.5'],
      [40, '99'],
      [59.9, '101'],
      [60.1, '105'],
    ]);
    expect(maker.takeClosed(moment(62))).toEqual([
      {
        tokenId: 'bitcoin',
        minute: moment(0),
        open: '100',
        high: '103.5',
        low: '99',
        close: '101',
        ticks: 4,
        origin: 'live',
      },
    ]);
    expect(maker.running()).toMatchObject([{ minute: moment(60), open: '105', ticks: 1 }]);
  });

  it('closes two seconds after its end, once', () => {
    const maker = fill([[1, '100']]);
    expect(maker.takeClosed(moment(61.9))).toEqual([]);
    expect(maker.takeClosed(moment(62))).toHaveLength(1);
    expect(maker.takeClosed(moment(63))).toEqual([]);
  });

  it('still takes a late quote before it closes, and never after', () => {
    const maker = fill([[1, '100']]);
    maker.add(quote(59, '90'), moment(61));
    expect(maker.takeClosed(moment(62))).toMatchObject([{ low: '90', ticks: 2 }]);
    maker.add(quote(59.5, '10'), moment(62.5));
    expect(maker.running()).toEqual([]);
  });

  it('stays closed when our clock is set back', () => {
    const maker = fill([[1, '100']]);
    maker.takeClosed(moment(62));
    maker.add(quote(30, '10'), moment(30));
    expect(maker.running()).toEqual([]);
  });

  it('without a quote does not exist', () => {
    const maker = fill([
      [1, '100'],
      [181, '101'],
    ]);
    expect(maker.takeClosed(moment(300)).map(({ minute }) => minute)).toEqual([moment(0), moment(180)]);
  });

  it.each([
    ['that was old when it came', { exchangeAt: moment(-107) }],
    ['of a closed market', { halted: true }],
  ])('takes no quote %s', (_, over) => {
    const maker = createCandleMaker([]);
    maker.add(quote(1, '100', over), moment(1));
    expect(maker.running()).toEqual([]);
  });

  it('that a stop cut in two goes on where it was', () => {
    const begun = fill([
      [1, '100'],
      [10, '110'],
    ]).running();
    const maker = fill([[40, '95']], begun);
    expect(maker.takeClosed(moment(62))).toMatchObject([
      { open: '100', high: '110', low: '95', close: '95', ticks: 3 },
    ]);
  });

  it("is not resumed from a venue's history", () => {
    const [begun] = fill([[1, '100']]).running();
    if (begun === undefined) throw new Error('There is a running minute.');
    expect(createCandleMaker([{ ...begun, origin: 'kraken' }]).running()).toEqual([]);
  });
});
