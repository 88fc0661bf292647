import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readClientFrame } from './read-client-frame';
import { openTestGateway, testQuote } from './testing';

const ids201 = Array.from({ length: 201 }, (_, index) => `t${index}`);

const MALFORMED = [
  { name: 'an empty frame', frame: '' },
  { name: 'no JSON', frame: 'hello' },
  { name: 'a JSON string', frame: '"sub"' },
  { name: 'null', frame: 'null' },
  { name: 'a list', frame: '[]' },
  { name: 'an unknown word', frame: '{"t":"csub","id":1}' },
  { name: 'no word', frame: '{"id":1,"ids":[]}' },
  { name: 'ids that are no list', frame: '{"t":"sub","id":1,"ids":"bitcoin"}' },
  { name: 'an id that is a number', frame: '{"t":"sub","id":1,"ids":[1]}' },
  { name: 'an empty id', frame: '{"t":"sub","id":1,"ids":[""]}' },
  { name: 'more ids than one may hold', frame: JSON.stringify({ t: 'sub', id: 1, ids: ids201 }) },
  { name: 'an unknown rate', frame: '{"t":"sub","id":1,"ids":[],"rate":"turbo"}' },
  { name: 'half a resume point', frame: '{"t":"sub","id":1,"ids":[],"since":{"seq":1}}' },
  { name: 'a negative sequence', frame: '{"t":"sub","id":1,"ids":[],"since":{"epoch":"a","seq":-1}}' },
  { name: 'a fractional time', frame: '{"t":"ping","c":1.5}' },
  { name: 'a time beyond numbers', frame: '{"t":"ping","c":1e400}' },
  { name: 'a prototype for a message', frame: '{"__proto__":{"t":"ping","c":1}}' },
  { name: 'deep nesting', frame: '['.repeat(2_000) },
  { name: 'a NUL', frame: '\0' },
];

test.each(MALFORMED)('$name is answered in words, then closed with 4000', async ({ frame }) => {
  const { connect } = await openTestGateway();
  const browser = await connect();
  browser.socket.send(frame);
  const { code, reason } = await browser.closed;
  expect(code).toBe(4000);
  const error = browser.of('err')[0];
  expect(error?.code).toBe('bad-message');
  expect(error?.message.length).toBeGreaterThan(5);
  expect(error?.message).toContain(reason);
});

test.each([
  { name: 'a binary frame', send: Buffer.from('{"t":"ping","c":1}'), code: 4000 },
  { name: 'more than 4 kB', send: 'x'.repeat(4_097), code: 1009 },
])('$name closes with $code', async ({ send, code }) => {
  const { connect } = await openTestGateway();
  const browser = await connect();
  browser.socket.send(send);
  expect((await browser.closed).code).toBe(code);
});

test('bytes that are no websocket frame close that socket alone', async () => {
  const { bus, connect } = await openTestGateway();
  const [stranger, reader] = [await connect(), await connect()];
  reader.say({ t: 'sub', id: 1, ids: ['bitcoin'], rate: 'focus' });
  const wire = (stranger.socket as unknown as { _socket: NodeJS.WritableStream })._socket;
  wire.write(Buffer.from([0xff, 0xff, 0xff, 0xff, 0x00, 0x01]));
  expect((await stranger.closed).code).not.toBe(1000);
  bus.publish('quotes', [testQuote('bitcoin', '1')]);
  await expect.poll(() => reader.rows()).toHaveLength(1);
});

test('whatever bytes arrive, they are a message or a reason', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 4_096 }), fc.boolean(), (bytes, isBinary) => {
      const frame = readClientFrame(Buffer.from(bytes), isBinary);
      if (frame.kind === 'malformed') expect(frame.why).not.toBe('');
    }),
  );
});

test('whatever JSON arrives, only the words of the protocol get through', () => {
  const almost = fc.record(
    {
      t: fc.oneof(fc.constantFrom('sub', 'unsub', 'rate', 'news', 'ping'), fc.string()),
      id: fc.oneof(fc.nat(), fc.anything()),
      ids: fc.oneof(fc.array(fc.string()), fc.anything()),
      rate: fc.oneof(fc.constantFrom('focus', 'tape', 'idle'), fc.anything()),
      on: fc.oneof(fc.boolean(), fc.anything()),
      c: fc.oneof(fc.nat(), fc.anything()),
    },
    { requiredKeys: ['t'] },
  );
  let understood = 0;
  fc.assert(
    fc.property(almost, (value) => {
      const text = JSON.stringify(value, (_key, inner: unknown) =>
        typeof inner === 'bigint' ? String(inner) : inner,
      );
      const frame = readClientFrame(Buffer.from(text), false);
      if (frame.kind === 'malformed') {
        expect(frame.why.length).toBeLessThanOrEqual(200);
      } else {
        understood += 1;
        expect(['sub', 'unsub', 'rate', 'news', 'ping']).toContain(frame.message.t);
      }
    }),
    { numRuns: 1_000 },
  );
  expect(understood).toBeGreaterThan(0);
});
