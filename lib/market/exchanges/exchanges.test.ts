import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawQuote } from '@/lib/model/quote';
import { binance } from './binance';
import { coinbase } from './coinbase';
import { kraken } from './kraken';

const NOW = new Date('2026-11-20T12:00:00.000Z');
const PLAIN = /^\d{1,18}(\.\d{1,24})?$/;

const TEMPLATES = [
  { e: '24hrMiniTicker', E: NOW.getTime(), s: 'BTCUSDT', c: '1.5', o: '1', h: '2', l: '1', v: '3', q: '4' },
  { stream: '!miniTicker@arr', data: [{ e: '24hrMiniTicker', s: 'AUSDT', c: '1', h: '2', l: '1' }] },
  {
    type: 'ticker',
    product_id: 'BTC-USD',
    price: '1.5',
    high_24h: '2',
    low_24h: '1',
    time: NOW.toISOString(),
    sequence: 1,
  },
  {
    channel: 'ticker',
    data: [{ symbol: 'BTC/USD', last: 1.5, change: -0.25, high: 2, low: 1, timestamp: NOW.toISOString() }],
  },
  { symbols: [{ symbol: 'BTCUSDT', baseAsset: 'BTC', quoteAsset: 'USDT', status: 'TRADING' }] },
  { error: [], result: { XXBTZUSD: [[NOW.getTime() / 1000, '1', '2', '1', '1.5']] } },
];

describe.each([binance, coinbase, kraken])('what strangers send to $id', (exchange) => {
  it('never throws and never yields a quote that is none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), mutatedFrames()), (text) => {
        const parsed = exchange.parse(text, NOW);
        if (parsed.kind === 'quotes') parsed.quotes.forEach(expectQuote);
        exchange.symbols.parse(text);
        exchange.klines.parse(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes binary frames without complaint', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => exchange.parse(bytes, NOW).kind !== 'quotes'));
  });
});

/** Real shapes with one value anywhere replaced by any JSON value, or cut off somewhere. */
function mutatedFrames(): fc.Arbitrary<string> {
  const hostile = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(
      '0',
      '-1',
      '1e-8',
      '1e99',
      '1e-99',
      'NaN',
      '9'.repeat(40),
      '0'.repeat(30),
      1e308,
      '2e400',
    ),
  );
  return fc
    .tuple(fc.constantFrom(...TEMPLATES), fc.nat(40), hostile, fc.option(fc.nat(120)))
    .map(([template, position, value, cut]) => {
      let index = 0;
      const text =
        JSON.stringify(template, (_, held: unknown) => (index++ === position ? value : held)) ?? '';
      return cut === null ? text : text.slice(0, cut);
    });
}

function expectQuote(quote: RawQuote): void {
  expect(quote.last).toMatch(PLAIN);
  expect(Number(quote.last)).toBeGreaterThan(0);
  expect(quote.symbol).not.toBe('');
  expect(quote.exchangeAt?.getTime() ?? NOW.getTime()).toBeLessThanOrEqual(NOW.getTime() + 60_000);
  for (const price of [quote.bid, quote.ask, quote.open24h, quote.high24h, quote.low24h]) {
    if (price !== undefined) expect(price).toMatch(PLAIN);
  }
  if (quote.high24h !== undefined && quote.low24h !== undefined) {
    expect(Number(quote.high24h)).toBeGreaterThanOrEqual(Number(quote.low24h));
  }
}
