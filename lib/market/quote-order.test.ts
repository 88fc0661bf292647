import { describe, expect, it } from 'vitest';
import { toPrice, type Decimal } from '@/lib/core/decimal';
import type { RawQuote } from '@/lib/model/quote';
import { eventAtOf, orderQuotes } from './quote-order';

const START = Date.UTC(2026, 10, 20, 12);

function moment(seconds: number): Date {
  return new Date(START + seconds * 1_000);
}

const HELD: RawQuote = {
  venue: 'kraken',
  symbol: 'BTC/USD',
  last: toPrice('100') as Decimal,
  bid: undefined,
  ask: undefined,
  open24h: undefined,
  high24h: undefined,
  low24h: undefined,
  volume24hBase: undefined,
  volume24hQuote: undefined,
  exchangeAt: moment(10),
  receivedAt: moment(10),
  sequence: 5,
};

describe('the order of quotes', () => {
  it.each<[string, Partial<RawQuote>, string]>([
    ['a later event', { exchangeAt: moment(11) }, 'newer'],
    ['an earlier event', { exchangeAt: moment(9) }, 'older'],
    ['the same event again', {}, 'same'],
    ['another price of the same millisecond', { last: toPrice('101') as Decimal }, 'newer'],
    ['a lower sequence', { sequence: 4 }, 'older'],
    [
      'a lower sequence with a later event, for the venue counts anew',
      { sequence: 4, exchangeAt: moment(12) },
      'newer',
    ],
    ['a lower sequence without a time', { sequence: 4, exchangeAt: undefined }, 'older'],
    ['no time at all', { exchangeAt: undefined, sequence: undefined }, 'newer'],
  ])('%s is %s', (_, over, expected) => {
    expect(orderQuotes(HELD, { ...HELD, ...over, receivedAt: moment(13) })).toBe(expected);
  });

  it('begins with whatever comes first', () => {
    expect(orderQuotes(undefined, HELD)).toBe('newer');
  });

  it('is not upset for a minute by one event that claims to come from the future', () => {
    const early: RawQuote = { ...HELD, exchangeAt: moment(60) };
    expect(eventAtOf(early)).toEqual(moment(10));
    expect(orderQuotes(early, { ...HELD, exchangeAt: moment(11), receivedAt: moment(11) })).toBe('newer');
  });
});
