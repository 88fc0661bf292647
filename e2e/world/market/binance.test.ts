import { describe, expect, it } from 'vitest';
import { dial } from '@/e2e/world/testing/dial';
import { useWorld } from '@/e2e/world/testing/use-world';
import { binance } from '@/lib/market/exchanges/binance';

const { url, control } = useWorld();
const base = () => `${url()}/binance`;
const json = async (path: string) => {
  const response = await fetch(`${base()}${path}`);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> & unknown[] };
};

describe('the stream of Binance', () => {
  it('acknowledges, lists and drops subscriptions', async () => {
    const client = await dial(`${base()}/ws`);
    client.send({ method: 'SUBSCRIBE', params: ['!miniTicker@arr'], id: 1 });
    expect(await client.hear((frame) => frame.id === 1)).toEqual({ result: null, id: 1 });
    client.send({ method: 'LIST_SUBSCRIPTIONS', id: 2 });
    expect(await client.hear((frame) => frame.id === 2)).toEqual({ result: ['!miniTicker@arr'], id: 2 });
    client.send({ method: 'UNSUBSCRIBE', params: ['!miniTicker@arr'], id: 3 });
    await client.hear((frame) => frame.id === 3);
    client.send({ method: 'LIST_SUBSCRIPTIONS', id: 4 });
    expect(await client.hear((frame) => frame.id === 4)).toEqual({ result: [], id: 4 });
    client.close();
  });

  it('tells each second which symbols changed, in frames the desk can read', async () => {
    const client = await dial(`${base()}/ws/!miniTicker@arr`);
    await client.hear(Array.isArray);
    const tickers = (await client.hear(Array.isArray)) as unknown as Record<string, string>[];
    const { body } = await json('/api/v3/exchangeInfo');
    expect(tickers.length).toBeGreaterThan(5);
    expect(tickers.length).toBeLessThan((body.symbols as unknown[]).length);
    expect(tickers[0]).toMatchObject({ e: '24hrMiniTicker', c: expect.stringMatching(/^\d+\.\d{8}$/) });
    const parsed = binance.parse(client.frames[0] ?? '', new Date());
    expect(parsed).toMatchObject({ kind: 'quotes', rejected: 0 });
    client.close();
  });

  it('wraps what comes over a combined stream', async () => {
    const client = await dial(`${base()}/stream?streams=btcusdt@miniTicker/ethusdt@ticker`);
    const mini = await client.hear((frame) => frame.stream === 'btcusdt@miniTicker');
    expect(mini.data).toMatchObject({ s: 'BTCUSDT' });
    const full = await client.hear((frame) => frame.stream === 'ethusdt@ticker');
    expect(full.data).toMatchObject({
      s: 'ETHUSDT',
      e: '24hrTicker',
      b: expect.any(String),
      P: expect.any(String),
    });
    client.close();
  });

  it.each([
    ['no JSON', 'hello', 3],
    ['an unknown method', '{"method":"SHOUT","id":1}', 2],
  ])('refuses %s with a code', async (_, text, code) => {
    const client = await dial(`${base()}/ws`);
    client.send(text);
    expect(await client.hear(() => true)).toMatchObject({ code, msg: expect.any(String) });
    client.close();
  });

  it('closes with 1008 when it is sent more than five frames a second', async () => {
    const client = await dial(`${base()}/ws`);
    for (let id = 0; id < 6; id++) client.send({ method: 'LIST_SUBSCRIPTIONS', id });
    expect(await client.closed()).toBe(1008);
  });

  it('says beforehand that it will leave', async () => {
    const client = await dial(`${base()}/ws`);
    await control('fault', { venue: 'binance', kind: 'shutdown', forMs: 300 });
    expect(await client.hear((frame) => frame.e === 'serverShutdown')).toBeDefined();
    expect(await client.closed()).toBe(1001);
  });
});

describe('the history of Binance', () => {
  it('joins the live price to the digit', async () => {
    const client = await dial(`${base()}/ws/btcusdt@miniTicker`);
    const ticker = await client.hear((frame) => frame.s === 'BTCUSDT');
    const minute = Math.floor(Number(ticker.E) / 60_000) * 60_000;
    const { body } = await json(`/api/v3/klines?symbol=BTCUSDT&interval=1m&startTime=${minute}&limit=1`);
    const [row] = body as unknown as string[][];
    const [high, low] = [Number(row?.[2]), Number(row?.[3])];
    expect(Number(ticker.c)).toBeLessThanOrEqual(high);
    expect(Number(ticker.c)).toBeGreaterThanOrEqual(low);
    client.close();
  });

  it('agrees with the 24-hour figures of the stream', async () => {
    const client = await dial(`${base()}/ws/ethusdt@miniTicker`);
    const ticker = await client.hear((frame) => frame.s === 'ETHUSDT');
    const minute = Math.floor(Number(ticker.E) / 60_000) * 60_000;
    const rows: string[][] = [];
    for (const back of [1_440, 440]) {
      const { body } = await json(
        `/api/v3/klines?symbol=ETHUSDT&interval=1m&startTime=${minute - back * 60_000}&limit=${back === 1_440 ? 1_000 : 440}`,
      );
      rows.push(...(body as unknown as string[][]));
    }
    expect(rows).toHaveLength(1_440);
    expect(ticker.o).toBe(rows[0]?.[1]);
    const highest = Math.max(...rows.map((row) => Number(row[2])));
    expect(Number(ticker.h)).toBeGreaterThanOrEqual(highest);
    expect(Number(ticker.h)).toBeLessThan(highest * 1.01);
    const volume = rows.reduce((sum, row) => sum + Number(row[5]), 0);
    expect(Number(ticker.v) / volume).toBeCloseTo(1, 2);
    client.close();
  });

  it('comes in rows without gaps, a thousand at most, each opening where the last one closed', async () => {
    const { body } = await json('/api/v3/klines?symbol=SOLUSDT&interval=1m&limit=5000');
    const rows = body as unknown as [number, string, string, string, string][];
    expect(rows).toHaveLength(1_000);
    rows.slice(1).forEach(([start, open], index) => {
      expect(start - (rows[index]?.[0] ?? 0)).toBe(60_000);
      expect(Math.abs(Number(open) / Number(rows[index]?.[4]) - 1)).toBeLessThan(0.002);
    });
  });

  it.each([
    ['/api/v3/klines?symbol=NOPE&interval=1m', -1121],
    ['/api/v3/klines?symbol=BTCUSDT&interval=7m', -1120],
    ['/api/v3/klines?interval=1m', -1102],
  ])('refuses %s with code %i', async (path, code) => {
    expect(await json(path)).toMatchObject({ status: 400, body: { code } });
  });

  it('is read whole by the desk', async () => {
    const range = { from: new Date(Date.now() - 3_600_000), to: new Date() };
    const address = binance.klines.url(base(), 'AIUSDT', range);
    const klines = binance.klines.parse(await (await fetch(address)).text());
    expect(klines?.length).toBeGreaterThanOrEqual(60);
  });
});
