import { describe, expect, it } from 'vitest';
import { dial } from '@/e2e/world/testing/dial';
import { useWorld } from '@/e2e/world/testing/use-world';
import { kraken } from '@/lib/market/exchanges/kraken';
import { readListings } from './listings';

const { url } = useWorld();
const base = () => `${url()}/kraken`;
const subscribe = (...symbol: string[]) => ({
  method: 'subscribe',
  params: { channel: 'ticker', symbol, snapshot: true },
  req_id: 5,
});

describe('the socket of Kraken', () => {
  it('opens with its status and a number too large for a double', async () => {
    const client = await dial(`${base()}/v2`);
    await client.hear((frame) => frame.channel === 'status');
    const [, id = ''] = /"connection_id":(\d+)/.exec(client.frames[0] ?? '') ?? [];
    expect(BigInt(id)).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER));
    client.close();
  });

  it('answers each symbol by itself, then sends a snapshot and updates in JSON numbers', async () => {
    const client = await dial(`${base()}/v2`);
    client.send(subscribe('BTC/USD', 'NOPE/USD'));
    expect(await client.hear((frame) => frame.success === true)).toMatchObject({
      req_id: 5,
      result: { symbol: 'BTC/USD' },
    });
    expect(await client.hear((frame) => frame.success === false)).toMatchObject({
      error: 'Currency pair not supported NOPE/USD',
    });
    const snapshot = await client.hear((frame) => frame.channel === 'ticker');
    expect(snapshot).toMatchObject({
      type: 'snapshot',
      data: [{ symbol: 'BTC/USD', last: expect.any(Number) }],
    });
    await client.hear((frame) => frame.channel === 'ticker' && frame.type === 'update');
    const text = client.frames.find((frame) => frame.includes('"snapshot","data"')) ?? '';
    expect(kraken.parse(text, new Date())).toMatchObject({ kind: 'quotes', rejected: 0 });
    client.close();
  });

  it('tells zeros of a pair that nobody trades, and a heartbeat while nothing happens', async () => {
    const untraded = readListings().find((listing) => listing.untraded)?.symbol ?? '';
    const client = await dial(`${base()}/v2`);
    client.send(subscribe(untraded));
    const snapshot = await client.hear((frame) => frame.channel === 'ticker');
    expect(snapshot.data).toMatchObject([{ last: 0, bid: 0, timestamp: '1970-01-01T00:00:00.000000Z' }]);
    await client.hear((frame) => frame.channel === 'heartbeat');
    client.close();
  });

  it('answers a ping', async () => {
    const client = await dial(`${base()}/v2`);
    client.send({ method: 'ping', req_id: 9 });
    expect(await client.hear((frame) => frame.method === 'pong')).toMatchObject({ req_id: 9 });
    client.close();
  });
});

describe('the REST interface of Kraken', () => {
  it('says XBT where the stream says BTC, and the desk knows', async () => {
    const body = await (await fetch(kraken.symbols.url(base()))).text();
    expect(body).toContain('"wsname":"XBT/USD"');
    expect(kraken.symbols.parse(body)?.map(({ symbol }) => symbol)).toContain('BTC/USD');
  });

  it('gives the newest 720 minutes, whatever is asked for', async () => {
    const range = { from: new Date(Date.now() - 48 * 3_600_000), to: new Date() };
    const klines = kraken.klines.parse(
      await (await fetch(kraken.klines.url(base(), 'BTC/USD', range))).text(),
    );
    expect(klines).toHaveLength(720);
  });

  it('refuses with status 200 and a word', async () => {
    const response = await fetch(`${base()}/0/public/OHLC?pair=NOPE&interval=1`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ error: ['EQuery:Unknown asset pair'] });
  });
});

it('the venues agree on a price to a few hundredths of a percent', async () => {
  const prices = await Promise.all([
    fetch(`${base()}/0/public/OHLC?pair=XBTUSD&interval=1`)
      .then((response) => response.json())
      .then((body) => Number((body as { result: Record<string, string[][]> }).result.XXBTZUSD?.at(-1)?.[4])),
    fetch(`${url()}/coinbase/products/BTC-USD/ticker`)
      .then((response) => response.json())
      .then((body) => Number((body as { price: string }).price)),
  ]);
  expect(Math.abs((prices[0] ?? 0) / (prices[1] ?? 1) - 1)).toBeLessThan(0.001);
});
