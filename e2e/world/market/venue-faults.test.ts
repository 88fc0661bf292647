import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { dial, type Dialled, type Frame } from '@/e2e/world/testing/dial';
import { useWorld } from '@/e2e/world/testing/use-world';

const { url, control } = useWorld();
const fault = (venue: string, kind: string, more: object = {}) => control('fault', { venue, kind, ...more });
const binance = (stream = 'btcusdt@miniTicker') => dial(`${url()}/binance/ws/${stream}`);
const isBitcoin = (frame: Frame) => frame.s === 'BTCUSDT';
/** Whether nothing is heard for longer than two heartbeats are apart. */
async function silence(client: Dialled): Promise<boolean> {
  const before = client.frames.length;
  await new Promise((resolve) => setTimeout(resolve, 2_300));
  return client.frames.length === before;
}

async function kraken(symbol = 'BTC/USD') {
  const client = await dial(`${url()}/kraken/v2`);
  client.send({ method: 'subscribe', params: { channel: 'ticker', symbol: [symbol] } });
  await client.hear((frame) => frame.channel === 'ticker');
  return client;
}

describe('a venue at fault', () => {
  it('stalls: heartbeats go on, data does not; then comes back', async () => {
    const client = await kraken();
    await fault('kraken', 'stall');
    client.send({ method: 'ping' });
    await client.hear((frame) => frame.method === 'pong');
    const before = client.frames.length;
    await client.hear((frame) => frame.channel === 'heartbeat');
    await client.hear((frame) => frame.channel === 'heartbeat');
    expect(client.frames.slice(before).some((frame) => frame.includes('"ticker"'))).toBe(false);
    await control('clear', { venue: 'kraken' });
    await client.hear((frame) => frame.channel === 'ticker');
    client.close();
  });

  it('stalls wholly: not a byte, the socket open', async () => {
    const client = await kraken();
    await fault('kraken', 'stall-all');
    // What was sent before may still be under way.
    await expect.poll(() => silence(client), { interval: 0 }).toBe(true);
    client.send({ method: 'ping' });
    expect(await silence(client)).toBe(true);
    expect(await Promise.race([client.closed(), Promise.resolve('open')])).toBe('open');
    client.close();
  });

  it.each([
    [1012, 1012],
    [undefined, 1006],
  ])('drops its clients with %s', async (code, seen) => {
    const client = await binance();
    await fault('binance', 'drop', code === undefined ? {} : { code });
    expect(await client.closed()).toBe(seen);
  });

  it.each([451, 403, 429])('refuses the upgrade with %i', async (status) => {
    await fault('binance', 'refuse', { status });
    const socket = new WebSocket(`${url().replace('http', 'ws')}/binance/ws`);
    const answered = await new Promise<number | undefined>((resolve) => {
      socket.once('unexpected-response', (_, response) => resolve(response.statusCode));
      socket.once('error', () => undefined);
    });
    expect(answered).toBe(status);
    socket.terminate();
  });

  it('refuses its REST interface', async () => {
    await fault('binance', 'refuse-rest', { status: 418 });
    const response = await fetch(`${url()}/binance/api/v3/exchangeInfo`);
    expect(response.status).toBe(418);
    expect(response.headers.get('retry-after')).toBe('5');
  });

  it('sends garbage among good frames', async () => {
    await fault('binance', 'garbage');
    const client = await binance();
    await client.hear(isBitcoin);
    await expect.poll(() => client.frames).toContain('not json at all');
    client.close();
  });

  it('sends an older ticker after each fresh one', async () => {
    await fault('binance', 'out-of-order', { symbol: 'BTCUSDT' });
    const client = await binance();
    const [fresh, late] = [await client.hear(isBitcoin), await client.hear(isBitcoin)];
    expect(Number(late.E)).toBe(Number(fresh.E) - 30_000);
    client.close();
  });

  it('says everything twice', async () => {
    await fault('binance', 'duplicate');
    const client = await binance();
    expect(await client.hear(isBitcoin)).toEqual(await client.hear(isBitcoin));
    client.close();
  });

  it.each([
    [{ kind: 'wild-price', factor: 10 }, 10],
    [{ kind: 'zero' }, 0],
  ])('sends an absurd price for one symbol: %j', async ({ kind, ...more }, expected) => {
    const client = await binance('btcusdt@miniTicker/ethusdt@miniTicker');
    const sound = Number((await client.hear(isBitcoin)).c);
    await fault('binance', kind, { symbol: 'BTCUSDT', ...more });
    // A sound one may still be under way.
    const isWild = (frame: Frame) => Math.abs(Number(frame.c) / sound - expected) < 0.05;
    await client.hear((frame) => isBitcoin(frame) && isWild(frame));
    const other = Number((await client.hear((frame) => frame.s === 'ETHUSDT')).c);
    expect(other).toBeLessThan(20_000);
    expect(other).toBeGreaterThan(500);
    client.close();
  });

  it('has a clock of its own', async () => {
    await fault('binance', 'skew', { factor: -600_000 });
    const client = await binance();
    expect(Number((await client.hear(isBitcoin)).E)).toBeLessThan(Date.now() - 590_000);
    client.close();
  });

  it('freezes one symbol, halts another and says so in its list', async () => {
    await fault('binance', 'freeze-symbol', { symbol: 'BTCUSDT' });
    await fault('binance', 'halt-symbol', { symbol: 'ETHUSDT' });
    const client = await binance('!miniTicker@arr');
    await client.hear(Array.isArray);
    await client.hear(Array.isArray);
    expect(client.frames.join('')).not.toMatch(/"BTCUSDT"|"ETHUSDT"/);
    const body = (await (await fetch(`${url()}/binance/api/v3/exchangeInfo`)).json()) as { symbols: Frame[] };
    const statusOf = (symbol: string) => body.symbols.find((each) => each.symbol === symbol)?.status;
    expect([statusOf('BTCUSDT'), statusOf('ETHUSDT')]).toEqual(['TRADING', 'BREAK']);
    client.close();
  });

  it('bursts', async () => {
    await fault('binance', 'burst', { factor: 2_000, forMs: 20_000 });
    const client = await binance();
    await expect.poll(() => client.frames.length).toBeGreaterThan(2_000);
    client.close();
  });

  it('gets well by itself when its time is over', async () => {
    await fault('kraken', 'stall', { forMs: 800 });
    const client = await kraken().catch(() => undefined);
    expect(client).toBeDefined();
    client?.close();
  });
});

describe('the world’s clock and prices', () => {
  it('can be pushed: the price follows within minutes', async () => {
    const price = async () => {
      const response = await fetch(`${url()}/coinbase/products/SOL-USD/ticker`);
      return Number(((await response.json()) as { price: string }).price);
    };
    const before = await price();
    await control('move', { token: 'solana', percent: 12 });
    await control('clock', { advanceMs: 6 * 60_000 });
    expect((await price()) / before).toBeGreaterThan(1.08);
  });

  it('can be driven forward, history and stream with it', async () => {
    const { now } = await control('clock', { advanceMs: 3_600_000 });
    const rows = (await (
      await fetch(`${url()}/binance/api/v3/klines?symbol=BTCUSDT&interval=1m&limit=2`)
    ).json()) as number[][];
    expect(Math.abs((rows[1]?.[0] ?? 0) - Date.parse(String(now)))).toBeLessThan(62_000);
    const client = await binance();
    expect(Number((await client.hear(isBitcoin)).E)).toBeGreaterThan(Date.parse(String(now)) - 1_000);
    client.close();
  });
});
