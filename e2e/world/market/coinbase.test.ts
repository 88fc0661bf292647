import { describe, expect, it } from 'vitest';
import { dial } from '@/e2e/world/testing/dial';
import { useWorld } from '@/e2e/world/testing/use-world';
import { coinbase } from '@/lib/market/exchanges/coinbase';

const { url } = useWorld();
const base = () => `${url()}/coinbase`;
const subscribe = (product: string, ...channels: string[]) => ({
  type: 'subscribe',
  product_ids: [product],
  channels,
});

describe('the feed of Coinbase', () => {
  it('acknowledges, then tells the last price at once', async () => {
    const client = await dial(`${base()}/`);
    client.send(subscribe('BTC-USD', 'ticker_batch', 'heartbeat'));
    expect(await client.hear(() => true)).toMatchObject({ type: 'subscriptions' });
    const ticker = await client.hear((frame) => frame.type === 'ticker');
    expect(ticker).toMatchObject({
      product_id: 'BTC-USD',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/),
      sequence: expect.any(Number),
    });
    expect(await client.hear((frame) => frame.type === 'heartbeat')).toMatchObject({ product_id: 'BTC-USD' });
    client.close();
  });

  it('counts its sequence up', async () => {
    const client = await dial(`${base()}/`);
    client.send(subscribe('ETH-USD', 'ticker'));
    const sequences: number[] = [];
    while (sequences.length < 3) {
      sequences.push(Number((await client.hear((frame) => frame.type === 'ticker')).sequence));
    }
    expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
    client.close();
  });

  it('says which product it does not know', async () => {
    const client = await dial(`${base()}/`);
    client.send(subscribe('NOPE-USD', 'ticker'));
    expect(await client.hear(() => true)).toMatchObject({
      type: 'error',
      reason: 'NOPE-USD is not a valid product',
    });
    client.close();
  });

  it('closes on whoever does not subscribe within five seconds', async () => {
    const client = await dial(`${base()}/`);
    const start = performance.now();
    expect(await client.closed()).toBe(1008);
    expect(performance.now() - start).toBeGreaterThan(4_500);
  });
});

describe('the history of Coinbase', () => {
  it('comes newest first and is read whole by the desk', async () => {
    const range = { from: new Date(Date.now() - 299 * 60_000), to: new Date() };
    const body = await (await fetch(coinbase.klines.url(base(), 'BTC-USD', range))).text();
    const rows = JSON.parse(body) as number[][];
    expect(rows[0]?.[0]).toBeGreaterThan(rows[1]?.[0] ?? 0);
    expect(coinbase.klines.parse(body)?.length).toBe(rows.length);
    expect(rows.length).toBeGreaterThanOrEqual(299);
  });

  it('is three hundred candles at most', async () => {
    const range = { from: new Date(Date.now() - 400 * 60_000), to: new Date() };
    const response = await fetch(coinbase.klines.url(base(), 'BTC-USD', range));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ message: expect.stringContaining('exceeds 300') });
  });

  it('knows another coin by the letters AI than Binance does', async () => {
    const [here, there] = await Promise.all([
      fetch(`${base()}/products/AI-USD/ticker`).then((response) => response.json()),
      fetch(`${url()}/binance/api/v3/klines?symbol=AIUSDT&interval=1m&limit=1`).then((response) =>
        response.json(),
      ),
    ]);
    const ratio = Number((here as { price: string }).price) / Number((there as string[][])[0]?.[4]);
    expect(Math.abs(ratio - 1)).toBeGreaterThan(0.3);
  });
});
