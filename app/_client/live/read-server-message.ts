import { PROTOCOL_VERSION, type NewsItem, type QuoteRow, type ServerMessage } from '@/lib/live/protocol';
import type { VenueId } from '@/lib/model/ids';
import { QUOTE_STATES } from '@/lib/model/quote';
import { VENUE_STATES } from '@/lib/model/venue';
import {
  flag,
  integer,
  listOf,
  millis,
  number,
  object,
  oneOf,
  orNull,
  text,
  tuple,
  type Guard,
} from './guards';

/** A frame as a message of the protocol; `undefined` for anything else. Says the same as `protocol-schema.ts`. */
export function readServerMessage(frame: unknown): ServerMessage | undefined {
  if (typeof frame !== 'string') return undefined;
  const value = parseJson(frame);
  return isServerMessage(value) ? value : undefined;
}

/** Rows as the polling twin of the socket sends them. */
export function readQuoteRows(value: unknown): readonly QuoteRow[] | undefined {
  return isQuoteRows(value) ? value : undefined;
}

/** Any name: a tab that was opened before a venue was added reads on. */
const venueId: Guard<VenueId> = (value): value is VenueId => text(value);

const isQuoteRow = tuple<QuoteRow>(
  text,
  text,
  orNull(number),
  orNull(text),
  oneOf(...QUOTE_STATES),
  orNull(millis),
  millis,
  listOf(venueId),
);
const isQuoteRows = listOf(isQuoteRow);

const isNewsItem = object<NewsItem>({
  articleId: integer,
  storyId: integer,
  repost: flag,
  opensStory: flag,
  slug: text,
  title: text,
  sourceId: text,
  sourceName: text,
  language: text,
  tokenIds: listOf(text),
  topicIds: listOf(text),
  claimedAt: orNull(millis),
  firstSeenAt: millis,
});

type Message<T extends ServerMessage['t']> = Extract<ServerMessage, { t: T }>;

const MESSAGES: { readonly [T in ServerMessage['t']]: Guard<Message<T>> } = {
  hello: object<Message<'hello'>>({
    t: oneOf('hello'),
    v: oneOf(PROTOCOL_VERSION),
    epoch: text,
    now: millis,
    heartbeatMs: millis,
    simulated: flag,
    max: object({ subscriptions: integer, messageBytes: integer }),
  }),
  ack: object<Message<'ack'>>({
    t: oneOf('ack'),
    id: millis,
    ok: listOf(text),
    bad: listOf(object({ id: text, error: oneOf('unknown', 'limit') })),
  }),
  snap: object<Message<'snap'>>({ t: oneOf('snap'), epoch: text, seq: millis, now: millis, q: isQuoteRows }),
  d: object<Message<'d'>>({ t: oneOf('d'), seq: millis, now: millis, q: isQuoteRows }),
  news: object<Message<'news'>>({ t: oneOf('news'), at: millis, item: isNewsItem }),
  venue: object<Message<'venue'>>({
    t: oneOf('venue'),
    venue: venueId,
    state: oneOf(...VENUE_STATES),
    since: millis,
  }),
  pong: object<Message<'pong'>>({ t: oneOf('pong'), c: millis, s: millis }),
  err: object<Message<'err'>>({
    t: oneOf('err'),
    code: oneOf('bad-message', 'rate', 'limit'),
    message: text,
  }),
  bye: object<Message<'bye'>>({
    t: oneOf('bye'),
    why: text,
    retryMs: tuple<readonly [number, number]>(millis, millis),
  }),
};

const isWord = oneOf(...(Object.keys(MESSAGES) as ServerMessage['t'][]));

function isServerMessage(value: unknown): value is ServerMessage {
  if (typeof value !== 'object' || value === null || !('t' in value)) return false;
  return isWord(value.t) && MESSAGES[value.t](value);
}

function parseJson(frame: string): unknown {
  try {
    return JSON.parse(frame);
  } catch {
    return undefined;
  }
}
