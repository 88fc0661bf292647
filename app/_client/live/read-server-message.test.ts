import fc from 'fast-check';
import { expect, test } from 'vitest';
import { serverMessage } from '@/lib/live/protocol-schema';
import { VENUE_IDS } from '@/lib/model/ids';
import { QUOTE_STATES } from '@/lib/model/quote';
import { VENUE_STATES } from '@/lib/model/venue';
import { readServerMessage } from './read-server-message';

const millis = fc.maxSafeNat();
const row = fc.tuple(
  fc.string(),
  fc.string(),
  fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
  fc.option(fc.string()),
  fc.constantFrom(...QUOTE_STATES),
  fc.option(millis),
  millis,
  fc.array(fc.constantFrom(...VENUE_IDS, 'a-venue-of-tomorrow')),
);
const rows = fc.array(row, { maxLength: 3 });
const item = fc.record({
  articleId: fc.integer(),
  storyId: fc.integer(),
  repost: fc.boolean(),
  opensStory: fc.boolean(),
  slug: fc.string(),
  title: fc.string(),
  sourceId: fc.string(),
  sourceName: fc.string(),
  language: fc.string(),
  tokenIds: fc.array(fc.string()),
  topicIds: fc.array(fc.string()),
  claimedAt: fc.option(millis),
  firstSeenAt: millis,
});
const bad = fc.record({ id: fc.string(), error: fc.constantFrom('unknown', 'limit') });

const message: fc.Arbitrary<object> = fc.oneof(
  fc.record({
    t: fc.constant('hello'),
    v: fc.constant(1),
    epoch: fc.string(),
    now: millis,
    heartbeatMs: millis,
    simulated: fc.boolean(),
    max: fc.record({ subscriptions: fc.integer(), messageBytes: fc.integer() }),
  }),
  fc.record({ t: fc.constant('ack'), id: millis, ok: fc.array(fc.string()), bad: fc.array(bad) }),
  fc.record({ t: fc.constant('snap'), epoch: fc.string(), seq: millis, now: millis, q: rows }),
  fc.record({ t: fc.constant('d'), seq: millis, now: millis, q: rows }),
  fc.record({ t: fc.constant('news'), at: millis, item }),
  fc.record({
    t: fc.constant('venue'),
    venue: fc.constantFrom(...VENUE_IDS),
    state: fc.constantFrom(...VENUE_STATES),
    since: millis,
  }),
  fc.record({ t: fc.constant('pong'), c: millis, s: millis }),
  fc.record({
    t: fc.constant('err'),
    code: fc.constantFrom('bad-message', 'rate', 'limit'),
    message: fc.string(),
  }),
  fc.record({ t: fc.constant('bye'), why: fc.string(), retryMs: fc.tuple(millis, millis) }),
);

/** One value somewhere inside the message is replaced, or a field taken away. */
const damaged = fc
  .tuple(
    message,
    fc.array(fc.nat(12), { minLength: 1, maxLength: 4 }),
    fc.oneof(fc.constant(null), fc.string(), fc.nat(), fc.boolean(), fc.jsonValue()),
  )
  .map(([whole, path, value]) => damage(JSON.parse(JSON.stringify(whole)), path, value));

function damage(node: unknown, [step = 0, ...rest]: readonly number[], value: unknown): unknown {
  if (typeof node !== 'object' || node === null || Object.keys(node).length === 0) return value;
  const keys = Object.keys(node);
  const key = keys[step % keys.length] ?? '';
  const inner = (node as Record<string, unknown>)[key];
  const changed = rest.length === 0 ? value : damage(inner, rest, value);
  if (Array.isArray(node)) return node.with(Number(key), changed);
  const { [key]: _taken, ...others } = node as Record<string, unknown>;
  return changed === null && step % 2 === 0 ? others : { ...others, [key]: changed };
}

test('every message of the protocol is read', () => {
  fc.assert(
    fc.property(message, (sent) => {
      const wire = JSON.parse(JSON.stringify(sent)) as unknown;
      expect(serverMessage.safeParse(wire).success).toBe(true);
      expect(readServerMessage(JSON.stringify(sent))).toEqual(wire);
    }),
    { numRuns: 500 },
  );
});

test('the browser refuses exactly what the schema refuses', () => {
  const seen = { read: 0, refused: 0 };
  fc.assert(
    fc.property(damaged, (wire) => {
      const read = readServerMessage(JSON.stringify(wire)) !== undefined;
      seen[read ? 'read' : 'refused'] += 1;
      expect(read).toBe(serverMessage.safeParse(JSON.parse(JSON.stringify(wire ?? null))).success);
    }),
    { numRuns: 3_000 },
  );
  expect(Math.min(seen.read, seen.refused)).toBeGreaterThan(50);
});

test.each([undefined, null, 1, new ArrayBuffer(4), '', 'null', '[]', '{"t":"constructor"}', '{"t":1}'])(
  '%s is no message',
  (frame) => {
    expect(readServerMessage(frame)).toBeUndefined();
  },
);
