import { describe, expect, it } from 'vitest';
import { toPrice, type Decimal } from '@/lib/core/decimal';
import type { TokenId, VenueId } from '@/lib/model/ids';
import { quoteStateAt, type RawQuote, type TokenQuote } from '@/lib/model/quote';
import type { Market, QuoteCurrency } from '@/lib/model/venue';
import { createQuoteBook } from './quote-book';

const START = Date.UTC(2026, 10, 20, 12);

const MARKETS: readonly Market[] = [
  market('binance', 'BTCUSDT', 'bitcoin'),
  market('coinbase', 'BTC-USD', 'bitcoin'),
  market('kraken', 'BTC/USD', 'bitcoin'),
  market('binance', 'AIUSDT', 'sleepless-ai'),
  market('binance', 'AIGENSYNUSDT', 'gensyn'),
  { ...market('coinbase', 'AI-USD', 'sleepless-ai'), validTo: moment(60) },
  { ...market('coinbase', 'AI-USD', 'gensyn'), validFrom: moment(60) },
  market('kraken', 'USDT/USD', 'tether'),
];

function market(venue: VenueId, symbol: string, token: string): Market {
  const quoteCurrency: QuoteCurrency = symbol.endsWith('USDT') ? 'USDT' : 'USD';
  return {
    venue,
    symbol,
    tokenId: token as TokenId,
    quoteCurrency,
    validFrom: new Date(0),
    validTo: undefined,
    status: 'trading',
  };
}

function moment(seconds: number): Date {
  return new Date(START + seconds * 1_000);
}

function price(text: string): Decimal {
  return toPrice(text) as Decimal;
}

function quote(symbol: string, seconds: number, over: Partial<RawQuote> & { last: Decimal }): RawQuote {
  const venue = MARKETS.find((known) => known.symbol === symbol)?.venue ?? 'binance';
  return {
    venue,
    symbol,
    bid: undefined,
    ask: undefined,
    open24h: undefined,
    high24h: undefined,
    low24h: undefined,
    volume24hBase: undefined,
    volume24hQuote: undefined,
    exchangeAt: moment(seconds),
    receivedAt: moment(seconds),
    sequence: undefined,
    ...over,
  };
}

function openBook(
  stored: readonly TokenQuote[] = [],
  delivering: readonly VenueId[] = ['binance', 'coinbase', 'kraken'],
) {
  const book = createQuoteBook(MARKETS, stored);
  for (const venue of delivering) book.setDelivering(venue, true);
  const of = (token: string) => book.quotes().find(({ tokenId }) => tokenId === token);
  return { book, of };
}

describe('from symbols to tokens', () => {
  it('goes by venue and symbol, so that AI is two coins', () => {
    const { book, of } = openBook();
    book.accept(quote('AIUSDT', 0, { last: price('0.0434') }));
    book.accept(quote('AIGENSYNUSDT', 0, { last: price('0.0871') }));
    book.settle(moment(0));
    expect(of('sleepless-ai')?.priceUsd).toBe('0.0434');
    expect(of('gensyn')?.priceUsd).toBe('0.0871');
  });

  it('goes by period: the same symbol means the new coin from its day on, and not a second with the old price', () => {
    const { book, of } = openBook();
    book.accept(quote('AI-USD', 59, { last: price('0.05') }));
    book.settle(moment(59));
    expect(of('sleepless-ai')?.priceUsd).toBe('0.05');
    book.setDelivering('coinbase', false);
    book.setDelivering('coinbase', true);
    book.settle(moment(61));
    expect(of('gensyn')).toBeUndefined();
    book.accept(quote('AI-USD', 62, { last: price('0.09') }));
    book.settle(moment(62));
    expect(of('gensyn')?.priceUsd).toBe('0.09');
    expect(of('sleepless-ai')?.priceUsd).toBe('0.05');
  });

  it('knows nothing of symbols nobody bound', () => {
    const { book } = openBook();
    expect(book.accept(quote('ETHUSDT', 0, { last: price('3000') }))).toBe('unknown');
    expect(book.settle(moment(0))).toEqual([]);
  });
});

describe('the price', () => {
  it('is in dollars, at the live rate of the currency a venue quotes in', () => {
    const { book, of } = openBook();
    book.accept(quote('USDT/USD', 0, { last: price('0.95') }));
    book.accept(quote('BTCUSDT', 0, { last: price('100000') }));
    book.settle(moment(0));
    expect(of('bitcoin')?.priceUsd).toBe('95000');
    expect(book.rates(moment(0))).toEqual({ USDT: '0.95' });
  });

  it('takes tether for a dollar only where nobody quotes in dollars', () => {
    const { book, of } = openBook();
    book.accept(quote('BTCUSDT', 0, { last: price('100000') }));
    book.settle(moment(0));
    expect(of('bitcoin')).toMatchObject({ priceUsd: '100000', venues: ['binance'] });
    book.accept(quote('BTC/USD', 1, { last: price('99000') }));
    book.settle(moment(1));
    expect(of('bitcoin')).toMatchObject({ priceUsd: '99000', venues: ['kraken'] });
  });

  it('is not moved by one venue that goes mad', () => {
    const { book, of } = openBook();
    book.accept(quote('USDT/USD', 0, { last: price('1') }));
    book.accept(quote('BTCUSDT', 0, { last: price('1000000') }));
    book.accept(quote('BTC-USD', 0, { last: price('100000') }));
    book.accept(quote('BTC/USD', 0, { last: price('100010') }));
    book.settle(moment(0));
    expect(of('bitcoin')).toMatchObject({ priceUsd: '100005', venues: ['coinbase', 'kraken'] });
  });

  it.each(['1000000', '1000'])(
    'of a lone venue is not %s while its own day knows nothing of that',
    (slip) => {
      const { book, of } = openBook();
      const day = { high24h: price('101000'), low24h: price('99000') };
      for (const [seconds, last] of [
        [0, '100000'],
        [1, slip],
        [2, slip],
        [9, slip],
      ] as const) {
        book.accept(quote('BTC-USD', seconds, { last: price(last), ...day }));
        book.settle(moment(seconds));
      }
      expect(of('bitcoin')).toMatchObject({ priceUsd: '100000', exchangeAt: moment(0) });
    },
  );

  it('changes in 24 h as venues moved from their own opens, never by their percent', () => {
    const { book, of } = openBook();
    const day = { open24h: price('80000'), high24h: price('101000'), low24h: price('79000') };
    book.accept(quote('BTC-USD', 0, { last: price('100000'), ...day, volume24hBase: price('500') }));
    book.settle(moment(0));
    expect(of('bitcoin')).toMatchObject({
      change24h: 25,
      open24hUsd: '80000',
      high24hUsd: '101000',
      low24hUsd: '79000',
      volume24hUsd: '50000000',
    });
  });

  it('has no change where no venue gave an open, and a day that holds the price', () => {
    const { book, of } = openBook();
    const day = { high24h: price('99000'), low24h: price('98000') };
    book.accept(quote('BTC-USD', 0, { last: price('100000'), ...day }));
    book.settle(moment(0));
    expect(of('bitcoin')).toMatchObject({
      change24h: undefined,
      open24hUsd: undefined,
      high24hUsd: '100000',
      low24hUsd: '98000',
    });
  });
});

describe('the age of a price', () => {
  it('is that of the newest event behind it, by our clock at the latest', () => {
    const { book, of } = openBook();
    book.accept(quote('BTC-USD', 0, { last: price('100000'), exchangeAt: moment(-5) }));
    book.accept(quote('BTC/USD', 0, { last: price('100000'), exchangeAt: moment(50) }));
    book.settle(moment(0));
    expect(of('bitcoin')?.exchangeAt).toEqual(moment(0));
  });

  it('counts from what the venue says even when the frame has just come', () => {
    const { book, of } = openBook();
    book.accept(quote('BTC-USD', 0, { last: price('100000'), exchangeAt: moment(-107) }));
    book.settle(moment(0));
    const held = of('bitcoin');
    expect(held && quoteStateAt(held, moment(0))).toBe('stale');
  });

  it('goes on when the venue falls silent: the last price stays, no longer live after 15 s', () => {
    const { book, of } = openBook();
    book.accept(quote('BTC-USD', 0, { last: price('100000') }));
    book.settle(moment(0));
    book.setDelivering('coinbase', false);
    expect(book.settle(moment(1))).toEqual([]);
    const held = of('bitcoin');
    expect(held?.priceUsd).toBe('100000');
    expect(held && [10, 16, 61].map((seconds) => quoteStateAt(held, moment(seconds)))).toEqual([
      'live',
      'delayed',
      'stale',
    ]);
  });

  it('leaves a silent venue out at once where another one speaks', () => {
    const { book, of } = openBook();
    book.accept(quote('BTC-USD', 0, { last: price('100000') }));
    book.accept(quote('BTC/USD', 0, { last: price('101000') }));
    book.settle(moment(0));
    expect(of('bitcoin')?.venues).toHaveLength(2);
    book.setDelivering('coinbase', false);
    expect(book.settle(moment(1))).toMatchObject([{ priceUsd: '101000', venues: ['kraken'] }]);
  });

  it('of what was stored before a restart is old, and gives way to the first live quote', () => {
    const stored: TokenQuote = {
      tokenId: 'bitcoin' as TokenId,
      priceUsd: price('50000'),
      change24h: 1,
      open24hUsd: undefined,
      high24hUsd: undefined,
      low24hUsd: undefined,
      volume24hUsd: undefined,
      venues: ['kraken'],
      exchangeAt: moment(-3_600),
      receivedAt: moment(-3_600),
      halted: false,
    };
    const { book, of } = openBook([stored]);
    expect(book.quotes()).toEqual([stored]);
    expect(book.settle(moment(0))).toEqual([]);
    book.accept(quote('BTC/USD', 1, { last: price('100000') }));
    book.settle(moment(1));
    expect(of('bitcoin')?.priceUsd).toBe('100000');
  });
});

describe('a closed market', () => {
  it('has no say, and a token with none open is halted until one opens', () => {
    const { book, of } = openBook();
    book.accept(quote('AIUSDT', 0, { last: price('0.0434') }));
    book.settle(moment(0));
    book.setStatus('binance', 'AIUSDT', 'halted');
    book.setStatus('coinbase', 'AI-USD', 'delisted');
    expect(book.settle(moment(1))).toMatchObject([
      { tokenId: 'sleepless-ai', halted: true, priceUsd: '0.0434' },
    ]);
    book.setStatus('binance', 'AIUSDT', 'trading');
    book.accept(quote('AIUSDT', 2, { last: price('0.044') }));
    expect(book.settle(moment(2))).toMatchObject([{ halted: false, priceUsd: '0.044' }]);
    expect(of('sleepless-ai')?.halted).toBe(false);
  });
});

describe('a market that was closed before we came', () => {
  it.each([
    ['halted', [{ tokenId: 'gensyn', priceUsd: '0.0871', halted: true }]],
    ['delisted', []],
  ] as const)('and is %s shows %j', (status, shown) => {
    const { book } = openBook();
    book.setStatus('binance', 'AIGENSYNUSDT', status);
    book.accept(quote('AIGENSYNUSDT', 0, { last: price('0.0871') }));
    expect(book.settle(moment(0))).toMatchObject(shown);
  });
});

describe('telling', () => {
  it('names a token when its price changes, and for its age every two seconds', () => {
    const { book } = openBook();
    const tell = (seconds: number, last: string) => {
      book.accept(quote('BTC/USD', seconds, { last: price(last) }));
      return book.settle(moment(seconds)).length;
    };
    expect([
      tell(0, '100'),
      tell(1, '100'),
      tell(1.5, '100.5'),
      tell(3, '100.5'),
      tell(3.6, '100.5'),
    ]).toEqual([1, 0, 1, 0, 1]);
    expect(book.settle(moment(9))).toEqual([]);
  });

  it('looks again at a leap that waits, without a new tick', () => {
    const { book, of } = openBook();
    book.accept(quote('BTC/USD', 0, { last: price('100') }));
    book.settle(moment(0));
    book.accept(quote('BTC/USD', 1, { last: price('1000') }));
    expect(book.settle(moment(1))).toEqual([]);
    expect(of('bitcoin')?.priceUsd).toBe('100');
    expect(book.settle(moment(7))).toMatchObject([{ priceUsd: '1000' }]);
  });
});
