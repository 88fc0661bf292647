import { describe, expect, it } from 'vitest';
import { coinbase } from './exchanges/coinbase';
import type { Exchange } from './exchanges/exchange';
import { connect, eventually, startRefusal, startVenue, ticker, wait } from './testing';

describe('a connection whose end is known beforehand', () => {
  it('is followed by the next one before it is let go', async () => {
    let open = 0;
    const overlaps: number[] = [];
    const venue = await startVenue((socket, nth) => {
      open += 1;
      socket.on('close', () => (open -= 1));
      const beat = setInterval(() => socket.send(ticker(String(nth))), 10);
      socket.on('close', () => clearInterval(beat));
      overlaps.push(open);
    });
    const { connection, states, quotes } = connect(venue.base, { spec: { maxAgeMs: 150 } });
    await eventually(() => expect(quotes.some((quote) => quote.last === '2')).toBe(true));
    expect(overlaps.slice(0, 2)).toEqual([1, 2]);
    expect(states()).toEqual(['connecting', 'up']);
    expect(connection.status.reconnects).toBe(1);
    await eventually(() => expect(open).toBe(1));
  });

  it('stays when the next one cannot be had', async () => {
    const venue = await startVenue((socket, nth) => {
      if (nth > 1) return socket.close(1013);
      const beat = setInterval(() => socket.send(ticker('1')), 10);
      socket.on('close', () => clearInterval(beat));
      return undefined;
    });
    const { connection, states } = connect(venue.base, { spec: { maxAgeMs: 100 } });
    await eventually(() => expect(connection.status.reconnects).toBeGreaterThan(1));
    expect(states()).toEqual(['connecting', 'up']);
  });

  it('gives way at once to the next when it breaks meanwhile', async () => {
    const venue = await startVenue((socket, nth) => {
      socket.send(ticker(String(nth)));
      if (nth === 2) setTimeout(() => socket.send(ticker('2')), 120);
      if (nth === 1) setTimeout(() => socket.terminate(), 130);
    });
    const { states, statuses } = connect(venue.base, {
      spec: { maxAgeMs: 100 },
      exchange: { ...coinbase, parse: ignoreFirstOf('2'), spec: { ...coinbase.spec, maxAgeMs: 100 } },
    });
    await eventually(() => expect(states()).toEqual(['connecting', 'up', 'down', 'up']));
    expect(statuses[2]?.reason).not.toContain('Next attempt');
    expect(venue.sockets.clients.size).toBe(1);
  });
});

describe('stopping', () => {
  it('closes politely, tells, and leaves no timer and no socket behind', async () => {
    const closes: number[] = [];
    const venue = await startVenue((socket) => {
      socket.on('close', (code) => closes.push(code));
      socket.send(ticker('1'));
    });
    const before = process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    const { connection, states } = connect(venue.base, {
      spec: { maxAgeMs: 60_000, keepalive: { by: 'us', everyMs: 50, onlyWhenQuiet: false } },
    });
    await eventually(() => expect(connection.status.state).toBe('up'));
    await connection[Symbol.asyncDispose]();
    expect(states()).toEqual(['connecting', 'up', 'down']);
    await eventually(() => expect(closes).toEqual([1000]));
    await eventually(() => expect(venue.sockets.clients.size).toBe(0));
    const after = process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    expect(after).toBeLessThanOrEqual(before);
  });

  it.each([
    ['while it dials', 'ws://127.0.0.1:9'],
    ['while it waits', undefined],
  ])('dials no more %s', async (_, fixed) => {
    const venue = await startRefusal('502 Bad Gateway');
    const { connection, statuses } = connect(fixed ?? venue.base);
    if (fixed === undefined) await eventually(() => expect(venue.state.dials).toBeGreaterThan(0));
    await connection[Symbol.asyncDispose]();
    const seen = { dials: venue.state.dials, statuses: statuses.length };
    await wait(200);
    expect({ dials: venue.state.dials, statuses: statuses.length }).toEqual(seen);
    expect(connection.status).toMatchObject({ state: 'down', reason: 'The desk has stopped.' });
  });

  it('does not wait for a venue that ignores the goodbye', async () => {
    const venue = await startVenue((socket) => {
      socket.send(ticker('1'));
      socket.close = () => undefined;
    });
    const { connection } = connect(venue.base);
    await eventually(() => expect(connection.status.state).toBe('up'));
    for (const socket of venue.sockets.clients) socket.pause();
    await connection[Symbol.asyncDispose]();
    expect(connection.status.state).toBe('down');
  });
});

function ignoreFirstOf(price: string): Exchange['parse'] {
  let first = true;
  return (data, receivedAt) => {
    const parsed = coinbase.parse(data, receivedAt);
    const hide = first && parsed.kind === 'quotes' && parsed.quotes[0]?.last === price;
    if (hide) first = false;
    return hide ? { kind: 'ignored' } : parsed;
  };
}
