import { z } from 'zod';
import type { VenueId } from '@/lib/model/ids';
import { QUOTE_STATES } from '@/lib/model/quote';
import { VENUE_STATES } from '@/lib/model/venue';
import {
  MAX_SUBSCRIPTIONS,
  MAX_TOKEN_ID_CHARS,
  PROTOCOL_VERSION,
  type ClientMessage,
  type NewsItem,
  type QuoteRow,
  type ServerMessage,
} from './protocol';

const millis = z.number().int().nonnegative();
/** Any name: a tab that was opened before a venue was added reads on. */
const venueId: z.ZodType<VenueId> = z.custom<VenueId>((value) => typeof value === 'string');
const rate = z.enum(['focus', 'tape', 'idle']);
const ids = z.array(z.string().min(1).max(MAX_TOKEN_ID_CHARS)).max(MAX_SUBSCRIPTIONS);

export const clientMessage = z.discriminatedUnion('t', [
  z.object({
    t: z.literal('sub'),
    id: millis,
    ids,
    rate: rate.optional(),
    since: z.object({ epoch: z.string().max(64), seq: millis }).optional(),
  }),
  z.object({ t: z.literal('unsub'), id: millis, ids }),
  z.object({ t: z.literal('rate'), rate }),
  z.object({ t: z.literal('news'), on: z.boolean(), since: millis.optional() }),
  z.object({ t: z.literal('ping'), c: millis }),
]) satisfies z.ZodType<ClientMessage>;

const quoteRow = z.tuple([
  z.string(),
  z.string(),
  z.number().nullable(),
  z.string().nullable(),
  z.enum(QUOTE_STATES),
  millis.nullable(),
  millis,
  z.array(venueId),
]) satisfies z.ZodType<QuoteRow>;

const newsItem = z.object({
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
}) satisfies z.ZodType<NewsItem>;

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
  z.object({ t: z.literal('snap'), epoch: z.string(), seq: millis, now: millis, q: z.array(quoteRow) }),
  z.object({ t: z.literal('d'), seq: millis, now: millis, q: z.array(quoteRow) }),
  z.object({ t: z.literal('news'), at: millis, item: newsItem }),
  z.object({ t: z.literal('venue'), venue: venueId, state: z.enum(VENUE_STATES), since: millis }),
  z.object({ t: z.literal('pong'), c: millis, s: millis }),
  z.object({ t: z.literal('err'), code: z.enum(['bad-message', 'rate', 'limit']), message: z.string() }),
  z.object({ t: z.literal('bye'), why: z.string(), retryMs: z.tuple([millis, millis]) }),
]) satisfies z.ZodType<ServerMessage>;
