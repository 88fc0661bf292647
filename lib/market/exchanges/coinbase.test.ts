import { describe, expect, it } from 'vitest';
import { coinbase } from './coinbase';

const NOW = new Date('2026-11-20T12:00:00.000Z');

function ticker(over: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'ticker',
    sequence: 135_000_000_123,
    product_id: 'ETH-USD',
    price: '3120.45',
    open_24h: '3000.00',
    volume_24h: '81234.55512345',
    low_24h: '2990.01',
    high_24h: '3150',
    volume_30d: '2400000.1',
    best_bid: '3120.44',
    best_bid_size: '1.2',
    best_ask: '3120.45',
    best_ask_size: '0.4',
    side: 'buy',
    time: '2026-11-20T11:59:58.905270Z',
    trade_id: 700_100_200,
    last_size: '0.0101',
    ...over,
  };
}

function parse(frame: unknown) {
  return coinbase.parse(JSON.stringify(frame), NOW);
}

describe('the ticker, alone or in batches', () => {
  it('reads every field it knows', () => {
    expect(parse(ticker())).toEqual({
      kind: 'quotes',
      rejected: 0,
      quotes: [
        {
          venue: 'coinbase',
          symbol: 'ETH-USD',
          last: '3120.45',
          bid: '3120.44',
          ask: '3120.45',
          open24h: '3000.00',
          high24h: '3150',
          low24h: '2990.01',
          volume24hBase: '81234.55512345',
          volume24hQuote: undefined,
          exchangeAt: new Date('2026-11-20T11:59:58.905Z'),
          receivedAt: NOW,
          sequence: 135_000_000_123,
        },
      ],
    });
  });

  it('keeps the old time of the first ticker after subscribing', () => {
    const old = '2026-11-20T11:58:13.000001Z';
    expect(parse(ticker({ time: old }))).toMatchObject({
      quotes: [{ exchangeAt: new Date('2026-11-20T11:58:13.000Z') }],
    });
  });

  it.each([
    ['year one', '0001-01-01T00:00:00.000000Z'],
    ['1970', '1970-01-01T00:00:00Z'],
    ['an hour ahead', '2026-11-20T13:00:00Z'],
    ['without a zone', '2026-11-20T11:59:58'],
    ['a word', 'now'],
  ])('drops a time of %s and keeps the price', (_, time) => {
    expect(parse(ticker({ time }))).toMatchObject({ quotes: [{ last: '3120.45', exchangeAt: undefined }] });
  });

  it('drops an open of zero and a sequence that is no whole number', () => {
    expect(parse(ticker({ open_24h: '0', sequence: '12' }))).toMatchObject({
      quotes: [{ open24h: undefined, sequence: undefined }],
    });
  });

  it('reads a tiny price written with an exponent', () => {
    expect(parse(ticker({ price: '1.141e-7', low_24h: '1e-7', high_24h: '2e-7' }))).toMatchObject({
      quotes: [{ last: '0.0000001141', low24h: '0.0000001' }],
    });
  });

  it.each([
    ['zero', { price: '0' }],
    ['negative', { price: '-3120.45' }],
    ['absent', { price: undefined }],
    ['a number', { price: 3120.45 }],
    ['NaN', { price: 'NaN' }],
    ['with its high below its low', { high_24h: '1', low_24h: '2' }],
    ['of no product', { product_id: '' }],
  ])('is no quote when the price is %s', (_, over) => {
    expect(parse(ticker(over))).toMatchObject({ kind: 'garbage' });
  });
});

describe('everything that is no price', () => {
  it.each([
    [
      'an acknowledgement',
      { type: 'subscriptions', channels: [{ name: 'ticker', product_ids: ['ETH-USD'] }] },
      { kind: 'ack', ok: true },
    ],
    [
      'a refusal, with the product it names',
      { type: 'error', message: 'Failed to subscribe', reason: 'FOO-USD is not a valid product' },
      {
        kind: 'ack',
        ok: false,
        symbol: 'FOO-USD',
        message: 'Failed to subscribe: FOO-USD is not a valid product',
      },
    ],
    [
      'a heartbeat',
      { type: 'heartbeat', sequence: 90, product_id: 'ETH-USD', time: '2026-11-20T12:00:00Z' },
      { kind: 'heartbeat' },
    ],
    ['a match', { type: 'match', price: '1', product_id: 'ETH-USD' }, { kind: 'ignored' }],
    ['an unknown type', { type: 4 }, { kind: 'ignored' }],
    ['an array', [ticker()], { kind: 'garbage' }],
  ])('%s', (_, frame, expected) => {
    expect(parse(frame)).toMatchObject(expected);
  });
});

it('subscribes one product a frame, for a single unknown one spoils its frame', () => {
  expect(coinbase.subscribeFrames(['BTC-USD', 'ETH-USD']).map((frame) => JSON.parse(frame))).toEqual([
    { type: 'subscribe', product_ids: ['BTC-USD'], channels: ['ticker_batch', 'heartbeat'] },
    { type: 'subscribe', product_ids: ['ETH-USD'], channels: ['ticker_batch', 'heartbeat'] },
  ]);
});

describe('REST', () => {
  it('reads candles of JSON numbers digit by digit, oldest first', () => {
    const at = Date.UTC(2026, 10, 20, 11) / 1000;
    const body = `[[${at + 60},0.000001141,0.00000115,0.00000114,0.000001142,5],[${at},1.10,1e2,1.20,1.3000,7]]`;
    expect(coinbase.klines.parse(body)).toEqual([
      { minute: new Date(at * 1000), low: '1.10', high: '100', open: '1.20', close: '1.3000' },
      {
        minute: new Date((at + 60) * 1000),
        low: '0.000001141',
        high: '0.00000115',
        open: '0.00000114',
        close: '0.000001142',
      },
    ]);
  });

  it('asks for candles by their bounds', () => {
    const range = { from: new Date('2026-11-20T11:00:00Z'), to: new Date('2026-11-20T11:59:00Z') };
    expect(coinbase.klines.url('https://example.test', 'BTC-USD', range)).toBe(
      'https://example.test/products/BTC-USD/candles?granularity=60&start=2026-11-20T11%3A00%3A00.000Z&end=2026-11-20T11%3A59%3A00.000Z',
    );
  });

  it.each([
    [{ status: 'online' }, true],
    [{ status: 'online', trading_disabled: true }, false],
    [{ status: 'online', cancel_only: true }, false],
    [{ status: 'delisted' }, false],
  ])('knows from %j whether a product trades', (state, trading) => {
    const body = JSON.stringify([{ id: 'BTC-USD', base_currency: 'BTC', quote_currency: 'USD', ...state }]);
    expect(coinbase.symbols.parse(body)).toEqual([{ symbol: 'BTC-USD', base: 'BTC', quote: 'USD', trading }]);
  });

  it('says when an answer is no list', () => {
    expect(coinbase.symbols.parse('{"message":"NotFound"}')).toBeUndefined();
    expect(coinbase.klines.parse('{"message":"NotFound"}')).toBeUndefined();
  });
});
