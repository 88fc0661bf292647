import { z } from 'zod';
import { QUOTE_STATES } from '@/lib/model/quote';
import { VENUE_STATES } from '@/lib/model/venue';
import { VENUE_IDS } from '@/lib/model/ids';

/**
 * The words spoken on `/live`. JSON text frames; both ends parse with these schemas.
 * `seq` counts quote changes within one `epoch` (one life of the server): state, not events,
 * so a gap is harmless and a new epoch is answered by a whole snapshot.
 */
export const LIVE_PATH = '/live';
export const PROTOCOL_VERSION = 1;
export const MAX_SUBSCRIPTIONS = 200;
export const MAX_CLIENT_MESSAGE_BYTES = 4_096;
export const HEARTBEAT_MS = 20_000;

export const CLOSE_CODES = {
  serverStopping: 1001,
  badMessage: 4000,
  tooMany: 4001,
  slowConsumer: 4002,
  noSubscription: 4008,
} as const;

export const RATES = { focus: 250, tape: 1_000, idle: 10_000 } as const;
export type Rate = keyof typeof RATES;

const millis = z.number().int().nonnegative();

/** [token, price in USD, 24 h change in %, 24 h volume in USD, state, exchange's ms, received ms, venues] */
export const quoteRow = z.tuple([
  z.string(),
  z.string(),
  z.number().nullable(),
  z.string().nullable(),
  z.enum(QUOTE_STATES),
  millis.nullable(),
  millis,
  z.array(z.enum(VENUE_IDS)),
]);
export type QuoteRow = z.infer<typeof quoteRow>;

const resumePoint = z.object({ epoch: z.string().max(64), seq: millis });

export const clientMessage = z.discriminatedUnion('t', [
  z.object({
    t: z.literal('sub'),
    id: millis,
    ids: z.array(z.string().min(1).max(100)).max(MAX_SUBSCRIPTIONS),
    rate: z.enum(['focus', 'tape', 'idle']).optional(),
    /** What the browser already holds: only newer rows come back. */
    since: resumePoint.optional(),
  }),
  z.object({ t: z.literal('unsub'), id: millis, ids: z.array(z.string().min(1).max(100)).max(MAX_SUBSCRIPTIONS) }),
  z.object({ t: z.literal('rate'), rate: z.enum(['focus', 'tape', 'idle']) }),
  /** Stories as they are stored, on or off. */
  z.object({ t: z.literal('news'), on: z.boolean() }),
  z.object({ t: z.literal('ping'), c: millis }),
]);
export type ClientMessage = z.infer<typeof clientMessage>;

export const newsItem = z.object({
  articleId: z.number().int(),
  storyId: z.number().int(),
  repost: z.boolean(),
  opensStory: z.boolean(),
  slug: z.string(),
  title: z.string(),
  sourceId: z.string(),
  sourceName: z.string(),
  language: z.string(),
  tokenIds: z.array(z.string()),
  topicIds: z.array(z.string()),
  claimedAt: millis.nullable(),
  firstSeenAt: millis,
});
export type NewsItem = z.infer<typeof newsItem>;

export const serverMessage = z.discriminatedUnion('t', [
  z.object({
    t: z.literal('hello'),
    v: z.literal(PROTOCOL_VERSION),
    epoch: z.string(),
    now: millis,
    heartbeatMs: millis,
    simulated: z.boolean(),
    max: z.object({ subscriptions: z.number().int(), messageBytes: z.number().int() }),
  }),
  z.object({
    t: z.literal('ack'),
    id: millis,
    ok: z.array(z.string()),
    bad: z.array(z.object({ id: z.string(), error: z.enum(['unknown', 'limit']) })),
  }),
  /** Everything held of the tokens just subscribed; a token without a row has no price. */
  z.object({ t: z.literal('snap'), epoch: z.string(), seq: millis, now: millis, q: z.array(quoteRow) }),
  /** Only what changed since the last frame, the latest value of each token; a state change is a change. */
  z.object({ t: z.literal('d'), seq: millis, now: millis, q: z.array(quoteRow) }),
  z.object({ t: z.literal('news'), item: newsItem }),
  z.object({ t: z.literal('venue'), venue: z.enum(VENUE_IDS), state: z.enum(VENUE_STATES), since: millis }),
  z.object({ t: z.literal('pong'), c: millis, s: millis }),
  z.object({ t: z.literal('err'), code: z.enum(['bad-message', 'rate', 'limit']), message: z.string() }),
  /** The server is about to stop: come back after a moment within these milliseconds. */
  z.object({ t: z.literal('bye'), why: z.string(), retryMs: z.tuple([millis, millis]) }),
]);
export type ServerMessage = z.infer<typeof serverMessage>;
