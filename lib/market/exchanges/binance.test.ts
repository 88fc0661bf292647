import { describe, expect, it } from 'vitest';
import { binance } from './binance';

const NOW = new Date('2026-11-20T12:00:00.000Z');

function miniTicker(over: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    e: '24hrMiniTicker',
    E: NOW.getTime() - 40,
    s: 'BTCUSDT',
    c: '91250.10000000',
    o: '90000.00000000',
    h: '92000.00000000',
    l: '89500.00000000',
    v: '12000.50000000',
    q: '1089000000.12345678',
    ...over,
  };
}

function parse(frame: unknown) {
  return binance.parse(JSON.stringify(frame), NOW);
}

describe('the whole-market stream', () => {
  it('reads every field it knows and none it does not send', () => {
    expect(parse([miniTicker()])).toEqual({
      kind: 'quotes',
      rejected: 0,
      quotes: [
        {
          venue: 'binance',
          symbol: 'BTCUSDT',
          last: '91250.10000000',
          bid: undefined,
          ask: undefined,
          open24h: '90000.00000000',
          high24h: '92000.00000000',
          low24h: '89500.00000000',
          volume24hBase: '12000.50000000',
          volume24hQuote: '1089000000.12345678',
          exchangeAt: new Date(NOW.getTime() - 40),
          receivedAt: NOW,
          sequence: undefined,
        },
      ],
    });
  });

  it('keeps the good tickers of an array with bad ones in it', () => {
    const frame = [
      miniTicker(),
      miniTicker({ s: 'ZEROUSDT', c: '0.00000000' }),
      miniTicker({ s: 'UPSIDEUSDT', h: '1', l: '2' }),
      { e: 'trade', s: 'BTCUSDT' },
      null,
      miniTicker({ s: '币安人生USDT', c: '0.0000001141' }),
    ];
    const parsed = parse(frame);
    expect(parsed).toMatchObject({ kind: 'quotes', rejected: 2 });
    expect(parsed.kind === 'quotes' && parsed.quotes.map((quote) => [quote.symbol, quote.last])).toEqual([
      ['BTCUSDT', '91250.10000000'],
      ['币安人生USDT', '0.0000001141'],
    ]);
  });

  it.each([
    ['combined array', { stream: '!miniTicker@arr', data: [miniTicker()] }],
    ['combined single', { stream: 'btcusdt@miniTicker', data: miniTicker() }],
    ['raw single', miniTicker()],
    ['full ticker', { ...miniTicker(), e: '24hrTicker', b: '91250.00', a: '91250.20', P: '1.389', C: 1 }],
  ])('reads a %s', (_, frame) => {
    expect(parse(frame)).toMatchObject({
      kind: 'quotes',
      quotes: [{ symbol: 'BTCUSDT', last: '91250.10000000' }],
    });
  });

  it('takes bid and ask from the full ticker', () => {
    const parsed = parse({ ...miniTicker(), e: '24hrTicker', b: '91250.00', a: '91250.20' });
    expect(parsed).toMatchObject({ quotes: [{ bid: '91250.00', ask: '91250.20' }] });
  });
});

describe('a time that cannot be', () => {
  it.each([
    ['zero', 0],
    ['the epoch in seconds', 1_795_000_000],
    ['61 s ahead', NOW.getTime() + 61_000],
    ['a word', 'soon'],
    ['nothing', undefined],
    ['beyond all calendars', 9e15],
  ])('is dropped and the price kept: %s', (_, time) => {
    expect(parse([miniTicker({ E: time })])).toMatchObject({
      quotes: [{ last: '91250.10000000', exchangeAt: undefined }],
    });
  });

  it('may run a little ahead of our clock', () => {
    const ahead = new Date(NOW.getTime() + 59_000);
    expect(parse([miniTicker({ E: ahead.getTime() })])).toMatchObject({ quotes: [{ exchangeAt: ahead }] });
  });
});

describe('everything that is no price', () => {
  it.each([
    ['an acknowledgement', { result: null, id: 1 }, { kind: 'ack', ok: true }],
    [
      'an error',
      { code: 2, msg: 'Invalid request: unknown method' },
      { kind: 'ack', ok: false, message: 'Invalid request: unknown method' },
    ],
    [
      'an error in an envelope',
      { error: { code: 3, msg: 'Invalid JSON' }, id: 7 },
      { kind: 'ack', ok: false, message: 'Invalid JSON' },
    ],
    ['a shutdown notice', { e: 'serverShutdown', E: NOW.getTime() }, { kind: 'control', what: 'shutdown' }],
    [
      'a combined shutdown notice',
      { stream: '!serverShutdown', data: { e: 'serverShutdown' } },
      { kind: 'control', what: 'shutdown' },
    ],
    ['a depth update', { e: 'depthUpdate', s: 'BTCUSDT', b: [] }, { kind: 'ignored' }],
    [
      'a book ticker, which has no event name',
      { u: 4, s: 'BTCUSDT', b: '1', B: '1', a: '2', A: '1' },
      { kind: 'ignored' },
    ],
    ['an empty array', [], { kind: 'ignored' }],
    ['a stream without data', { stream: 'x', data: 4 }, { kind: 'garbage' }],
    ['prices as numbers', [miniTicker({ c: 91250.1 })], { kind: 'garbage' }],
  ])('%s', (_, frame, expected) => {
    expect(parse(frame)).toMatchObject(expected);
  });

  it.each(['', 'null', '17', '"text"', '{"e":"24hr', '<html></html>', '\u0000', '[', 'NaN'])(
    'is garbage: %j',
    (text) => {
      expect(binance.parse(text, NOW)).toMatchObject({ kind: 'garbage' });
    },
  );

  it('is garbage in a binary frame', () => {
    expect(binance.parse(new Uint8Array([1, 2, 3]), NOW)).toMatchObject({ kind: 'garbage' });
  });
});

describe('REST', () => {
  it('asks for one-minute klines between two minutes', () => {
    const range = { from: new Date('2026-11-20T11:00:00Z'), to: new Date('2026-11-20T11:59:00Z') };
    const url = new URL(binance.klines.url('https://example.test', '币USDT', range));
    expect(url.pathname).toBe('/api/v3/klines');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      symbol: '币USDT',
      interval: '1m',
      limit: '1000',
      startTime: String(range.from.getTime()),
      endTime: String(range.to.getTime()),
    });
  });

  it('reads klines and leaves out rows that are none', () => {
    const at = Date.UTC(2026, 10, 20, 11);
    const good = [at, '1.10', '1.30', '1.00', '1.20', '99', at + 59_999, '1', 3, '1', '1', '0'];
    const body = JSON.stringify([
      [at + 60_000, '1.2', '1.0', '1.3', '1.1'],
      [at + 61, '1', '1', '1', '1'],
      'x',
      good,
    ]);
    expect(binance.klines.parse(body)).toEqual([
      { minute: new Date(at), open: '1.10', high: '1.30', low: '1.00', close: '1.20' },
    ]);
  });

  it.each(['{"code":-1121,"msg":"Invalid symbol."}', '<html>', ''])(
    'says when an answer is no history: %j',
    (body) => {
      expect(binance.klines.parse(body)).toBeUndefined();
    },
  );

  it('reads which symbols trade', () => {
    const symbols = [
      { symbol: 'BTCUSDT', baseAsset: 'BTC', quoteAsset: 'USDT', status: 'TRADING' },
      { symbol: 'OLDUSDT', baseAsset: 'OLD', quoteAsset: 'USDT', status: 'BREAK' },
      { symbol: 7 },
    ];
    expect(binance.symbols.parse(JSON.stringify({ symbols }))).toEqual([
      { symbol: 'BTCUSDT', base: 'BTC', quote: 'USDT', trading: true },
      { symbol: 'OLDUSDT', base: 'OLD', quote: 'USDT', trading: false },
    ]);
    expect(binance.symbols.parse('[]')).toBeUndefined();
  });
});
