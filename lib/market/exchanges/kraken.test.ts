import { describe, expect, it } from 'vitest';
import { kraken } from './kraken';

const NOW = new Date('2026-11-20T12:00:00.000Z');

function frame(over: Record<string, string> = {}): string {
  const fields = {
    symbol: '"BTC/USD"',
    bid: '91250.0',
    bid_qty: '0.5',
    ask: '91250.1',
    ask_qty: '1',
    last: '91250.10',
    volume: '1402.00000010',
    vwap: '90800.4',
    low: '89500.0',
    high: '92000.0',
    change: '1250.1',
    change_pct: '1.39',
    trades: '145275',
    timestamp: '"2026-11-20T11:59:59.217476Z"',
    ...over,
  };
  const ticker = Object.entries(fields)
    .map(([name, digits]) => `"${name}":${digits}`)
    .join(',');
  return `{"channel":"ticker","type":"update","data":[{${ticker}}]}`;
}

function firstOf(text: string) {
  const parsed = kraken.parse(text, NOW);
  return parsed.kind === 'quotes' ? parsed.quotes[0] : parsed.kind;
}

describe('the ticker', () => {
  it('keeps the digits of JSON numbers and finds the open from the change', () => {
    expect(firstOf(frame())).toEqual({
      venue: 'kraken',
      symbol: 'BTC/USD',
      last: '91250.10',
      bid: '91250.0',
      ask: '91250.1',
      open24h: '90000',
      high24h: '92000.0',
      low24h: '89500.0',
      volume24hBase: '1402.00000010',
      volume24hQuote: undefined,
      exchangeAt: new Date('2026-11-20T11:59:59.217Z'),
      receivedAt: NOW,
      sequence: undefined,
    });
  });

  it.each([
    ['0.0000001141', '-0.0000000059', '0.00000012'],
    ['1.141e-7', '1e-9', '0.0000001131'],
    ['123456789012345.12', '0', '123456789012345.12'],
  ])('of %s after a change of %s opened at %s', (last, change, open) => {
    expect(firstOf(frame({ last, change, low: '0', high: '0' }))).toMatchObject({ open24h: open });
  });

  it.each([
    ['more than the price', '91250.10'],
    ['no number', '"much"'],
    ['null', 'null'],
  ])('has no open when the change is %s', (_, change) => {
    expect(firstOf(frame({ change }))).toMatchObject({ last: '91250.10', open24h: undefined });
  });

  it('of a pair that never traded is no quote', () => {
    const zero = { bid: '0', ask: '0', last: '0', timestamp: '"1970-01-01T00:00:00.000000Z"' };
    expect(firstOf(frame(zero))).toBe('ignored');
  });

  it('drops a time of 1970 from a pair that has a price', () => {
    expect(firstOf(frame({ timestamp: '"1970-01-01T00:00:00Z"' }))).toMatchObject({ exchangeAt: undefined });
  });

  it('leaves digits inside strings alone', () => {
    expect(firstOf(frame({ symbol: '"1INCH/USD"', note: '"say \\"7\\" 8"' }))).toMatchObject({
      symbol: '1INCH/USD',
    });
  });
});

describe('everything that is no price', () => {
  it.each([
    [
      'a status with an id beyond 2^53',
      '{"channel":"status","type":"update","data":[{"version":"2.0.10","system":"online","api_version":"v2","connection_id":15113583034418706705}]}',
      { kind: 'control', what: 'online' },
    ],
    [
      'maintenance',
      '{"channel":"status","data":[{"system":"maintenance"}]}',
      { kind: 'control', what: 'maintenance' },
    ],
    ['a heartbeat', '{"channel":"heartbeat"}', { kind: 'heartbeat' }],
    ['a pong', '{"method":"pong","req_id":3}', { kind: 'heartbeat' }],
    [
      'an acknowledgement',
      '{"method":"subscribe","result":{"channel":"ticker","symbol":"BTC/USD"},"success":true,"time_in":"2026-11-20T12:00:00Z"}',
      { kind: 'ack', ok: true, symbol: 'BTC/USD' },
    ],
    [
      'a refusal',
      '{"error":"Currency pair not supported FOO/USD","method":"subscribe","success":false}',
      { kind: 'ack', ok: false, symbol: 'FOO/USD', message: 'Currency pair not supported FOO/USD' },
    ],
    [
      'a complaint',
      '{"Error":"Exceeded msg rate"}',
      { kind: 'ack', ok: false, message: 'Exceeded msg rate' },
    ],
    ['a book', '{"channel":"book","data":[]}', { kind: 'ignored' }],
    ['a frame of the first version', '[340,{"c":["91250.1","0.1"]},"ticker","XBT/USD"]', { kind: 'ignored' }],
    ['a ticker without data', '{"channel":"ticker"}', { kind: 'garbage' }],
    ['half a frame', '{"channel":"ticker","data":[{"last":91', { kind: 'garbage' }],
    ['a number with two dots', '{"channel":"ticker","data":[{"last":1.2.3}]}', { kind: 'garbage' }],
  ])('%s', (_, text, expected) => {
    expect(kraken.parse(text, NOW)).toMatchObject(expected);
  });
});

it('subscribes in frames of a hundred pairs', () => {
  const pairs = Array.from({ length: 150 }, (_, index) => `T${index}/USD`);
  const [first, second, ...rest] = kraken.subscribeFrames(pairs).map((text) => JSON.parse(text));
  expect(first).toMatchObject({ method: 'subscribe', params: { channel: 'ticker', snapshot: true } });
  expect([...first.params.symbol, ...second.params.symbol]).toEqual(pairs);
  expect(rest).toEqual([]);
});

describe('REST', () => {
  it('asks in the names of the older interface', () => {
    const range = { from: new Date('2026-11-20T11:00:00Z'), to: new Date('2026-11-20T11:59:00Z') };
    expect(kraken.klines.url('https://example.test', 'BTC/USD', range)).toBe(
      'https://example.test/0/public/OHLC?pair=XBTUSD&interval=1&since=1795172399',
    );
    expect(kraken.klines.url('https://example.test', 'DOGE/USD', range)).toContain('pair=XDGUSD');
    expect(kraken.klines.url('https://example.test', 'SOL/USD', range)).toContain('pair=SOLUSD');
  });

  it('reads the history under whatever name the pair has there', () => {
    const at = Date.UTC(2026, 10, 20, 11);
    const row = [at / 1000, '1.1', '1.3', '1.0', '1.2', '1.15', '90.5', 12];
    const body = JSON.stringify({ error: [], result: { XXBTZUSD: [row], last: at / 1000 } });
    expect(kraken.klines.parse(body)).toEqual([
      { minute: new Date(at), open: '1.1', high: '1.3', low: '1.0', close: '1.2' },
    ]);
    expect(kraken.klines.parse('{"error":["EQuery:Unknown asset pair"]}')).toBeUndefined();
  });

  it('reads which pairs trade, in the names of the stream', () => {
    const result = {
      XXBTZUSD: { wsname: 'XBT/USD', status: 'online' },
      XDGUSD: { wsname: 'XDG/USD', status: 'cancel_only' },
      DARK: { wsname: null },
    };
    expect(kraken.symbols.parse(JSON.stringify({ error: [], result }))).toEqual([
      { symbol: 'BTC/USD', base: 'BTC', quote: 'USD', trading: true },
      { symbol: 'DOGE/USD', base: 'DOGE', quote: 'USD', trading: false },
    ]);
  });
});
