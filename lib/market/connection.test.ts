import { describe, expect, it } from 'vitest';
import {
  connect,
  eventually,
  findFreePort,
  QUICK,
  startMute,
  startRefusal,
  startVenue,
  ticker,
  wait,
} from './testing';

describe('a venue that works', () => {
  it('is up with its first quote, not with its socket', async () => {
    let say: (frame: string) => void = () => undefined;
    const venue = await startVenue((socket) => (say = (frame) => socket.send(frame)));
    const { connection, quotes, states } = connect(`${venue.base}/`);
    await eventually(() => expect(venue.received).toHaveLength(1));
    say(JSON.stringify({ type: 'subscriptions', channels: [] }));
    await eventually(() => expect(connection.frames.ack).toBe(1));
    expect(connection.status.state).toBe('connecting');
    say(ticker('91000.5'));
    await eventually(() => expect(quotes).toHaveLength(1));
    expect(states()).toEqual(['connecting', 'up']);
    expect(connection.status.lastDataAt).toEqual(quotes[0]?.receivedAt);
    expect(venue.paths).toEqual(['/']);
  });

  it('gets its subscriptions one after another, no faster than it likes', async () => {
    const times: number[] = [];
    const venue = await startVenue((socket) => socket.on('message', () => times.push(performance.now())));
    connect(venue.base, { symbols: ['A-USD', 'B-USD', 'C-USD'], spec: { frameGapMs: 300 } });
    await eventually(() => expect(times).toHaveLength(3));
    expect(venue.received.map((frame) => JSON.parse(frame).product_ids[0])).toEqual([
      'A-USD',
      'B-USD',
      'C-USD',
    ]);
    expect((times[2] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(400);
  });

  it('answers pings, and is pinged where its rules ask for it', async () => {
    let pongs = 0;
    const venue = await startVenue((socket) => {
      socket.on('pong', () => (pongs += 1));
      socket.ping();
    });
    connect(venue.base, {
      spec: { keepalive: { by: 'us', everyMs: 30, onlyWhenQuiet: true, payload: '{"method":"ping"}' } },
    });
    await eventually(() => expect(venue.received).toContain('{"method":"ping"}'));
    await eventually(() => expect(pongs).toBe(1));
  });

  it('says which symbols it does not know and delivers the others', async () => {
    const venue = await startVenue((socket) => {
      socket.send(
        JSON.stringify({
          type: 'error',
          message: 'Failed to subscribe',
          reason: 'FOO-USD is not a valid product',
        }),
      );
      socket.send(ticker('1'));
    });
    const { connection } = connect(venue.base, { symbols: ['FOO-USD', 'BTC-USD'] });
    await eventually(() => expect(connection.status.state).toBe('up'));
    expect(connection.status.reason).toContain('FOO-USD');
  });
});

describe('a venue that goes wrong', () => {
  it('falls silent while its heartbeats go on: the line is cut, redialled and subscribed again', async () => {
    const venue = await startVenue((socket, nth) => {
      socket.send(ticker('100'));
      const beat = setInterval(() => socket.send(nth === 1 ? '{"type":"heartbeat"}' : ticker('101')), 20);
      socket.on('close', () => clearInterval(beat));
    });
    const { connection, states, quotes } = connect(venue.base, { spec: { silenceMs: 200 } });
    await eventually(() => expect(states()).toEqual(['connecting', 'up', 'silent', 'up']));
    expect(connection.frames.heartbeat).toBeGreaterThan(3);
    await eventually(() => expect(quotes.at(-1)?.last).toBe('101'));
    expect(venue.received).toHaveLength(2);
    expect(connection.status.reconnects).toBe(1);
    await eventually(() => expect(venue.sockets.clients.size).toBe(1));
  });

  it('sends garbage: counted, the line kept', async () => {
    const venue = await startVenue((socket) => {
      for (const junk of [
        '',
        '<html>502</html>',
        '{"type":"tick',
        '\u0000',
        '[1,2',
        'null',
        '{"type":"ticker"}',
      ])
        socket.send(junk);
      socket.send(Buffer.from([0xff, 0xfe, 0x00]));
      socket.send(Buffer.from([0x7b, 0xff, 0xfe]), { binary: false });
      socket.send(ticker('5'));
    });
    const { connection, quotes } = connect(venue.base);
    await eventually(() => expect(quotes).toHaveLength(1));
    expect(connection.frames).toMatchObject({ garbage: 9, quotes: 1 });
    expect(venue.sockets.clients.size).toBe(1);
    expect(connection.status).toMatchObject({ state: 'up', reconnects: 0 });
  });

  it('sends one frame beyond all measure: cut and redialled', async () => {
    const venue = await startVenue((socket, nth) =>
      socket.send(nth === 1 ? 'x'.repeat(5_000_000) : ticker('7')),
    );
    const { connection, quotes, states, statuses } = connect(venue.base);
    await eventually(() => expect(quotes).toHaveLength(1));
    expect(states()).toEqual(['connecting', 'down', 'up']);
    expect(statuses[1]?.reason).toMatch(/broke the socket's rules \(Max payload size exceeded\)/);
    expect(connection.status.reconnects).toBe(1);
  });

  it.each([1000, 1001, 1008, 1011, 1012, 1013, 4001])(
    'closes with code %i: down in words, then up again',
    async (code) => {
      const venue = await startVenue((socket, nth) => {
        socket.send(ticker(String(nth)));
        if (nth === 1) setTimeout(() => socket.close(code, 'so long'), 20);
      });
      const { states, statuses } = connect(venue.base);
      await eventually(() => expect(states()).toEqual(['connecting', 'up', 'down', 'up']));
      expect(statuses[2]?.reason).toBe(`Closed the connection (code ${code}: so long).`);
      await eventually(() => expect(venue.received).toHaveLength(2));
    },
  );

  it('breaks the line off without a word', async () => {
    const venue = await startVenue((socket, nth) => {
      socket.send(ticker(String(nth)));
      if (nth === 1) setTimeout(() => socket.terminate(), 20);
    });
    const { states, statuses } = connect(venue.base);
    await eventually(() => expect(states()).toEqual(['connecting', 'up', 'down', 'up']));
    expect(statuses[2]?.reason).toBe('Closed the connection (code 1006).');
  });

  it('is not there yet: refused in words, found when it comes', async () => {
    const port = await findFreePort();
    const { states, statuses } = connect(`ws://127.0.0.1:${port}`);
    await eventually(() => expect(states()).toEqual(['connecting', 'down']));
    expect(statuses[1]?.reason).toBe(`127.0.0.1:${port} refused the connection.`);
    await startVenue((socket) => socket.send(ticker('1')), port);
    await eventually(() => expect(states()).toEqual(['connecting', 'down', 'up']));
  });

  it('accepts the connection and never answers: given up in time', async () => {
    const mute = await startMute();
    const { statuses } = connect(mute.base, { limits: { ...QUICK, handshakeMs: 80 } });
    await eventually(() => expect(statuses[1]?.reason).toMatch(/did not answer in time/));
  });

  it('speaks of a country it may not serve: blocked, and not asked again for an hour', async () => {
    const venue = await startRefusal('451 Unavailable For Legal Reasons');
    const { connection, states } = connect(venue.base);
    await eventually(() => expect(states()).toEqual(['connecting', 'blocked']));
    expect(connection.status.reason).toMatch(
      /^Refuses connections from this machine's address \(HTTP 451\)\. Next attempt at /,
    );
    await wait(150);
    expect(venue.state.dials).toBe(1);
  });

  it('has had too many connections: asked again after its own Retry-After', async () => {
    const venue = await startRefusal('429 Too Many Requests', 'retry-after: 1\r\n');
    const { states } = connect(venue.base);
    await eventually(() => expect(states()).toEqual(['connecting', 'down']));
    await wait(500);
    expect(venue.state.dials).toBe(1);
    await eventually(() => expect(venue.state.dials).toBe(2));
  });

  it('never comes up: the attempts grow rare', async () => {
    const venue = await startRefusal('502 Bad Gateway');
    connect(venue.base);
    await wait(600);
    // 20, 40 and 80 ms, then every 80 ms.
    expect(venue.state.dials).toBeGreaterThan(3);
    expect(venue.state.dials).toBeLessThanOrEqual(9);
  });
});
