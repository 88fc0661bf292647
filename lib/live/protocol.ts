import type { VenueId } from '@/lib/model/ids';
import { quoteStateAt, type QuoteState, type TokenQuote } from '@/lib/model/quote';
import type { VenueState } from '@/lib/model/venue';

/**
 * The words spoken on `/live`: JSON text frames. `protocol-schema.ts` holds the same as zod schemas for the
 * server's door; the browser, which cannot afford zod, reads them with `app/_client/live/read-server-message.ts`.
 *
 * `seq` counts quote changes within one `epoch` (one life of the server): state, not events,
 * so a gap is harmless and a new epoch is answered by a whole snapshot.
 */
export const LIVE_PATH = '/live';
export const PROTOCOL_VERSION = 1;
export const MAX_SUBSCRIPTIONS = 200;
export const MAX_TOKEN_ID_CHARS = 100;
export const MAX_CLIENT_MESSAGE_BYTES = 4_096;
export const HEARTBEAT_MS = 20_000;

export const CLOSE_CODES = {
  serverStopping: 1001,
  badMessage: 4000,
  tooMany: 4001,
  noSubscription: 4008,
} as const;

/** The least time between two rows of one token, in milliseconds. */
export const RATES = { focus: 250, tape: 1_000, idle: 10_000 } as const;
export type Rate = keyof typeof RATES;

/** A {@link TokenQuote} as it travels. Moments are milliseconds since 1970; unknown is `null`. */
export type QuoteRow = readonly [
  tokenId: string,
  priceUsd: string,
  change24hPercent: number | null,
  volume24hUsd: string | null,
  state: QuoteState,
  exchangeAt: number | null,
  receivedAt: number,
  venues: readonly VenueId[],
];

/** What the browser holds already. */
export interface ResumePoint {
  readonly epoch: string;
  readonly seq: number;
}

export type ClientMessage =
  /** `since`: only rows newer than that come back. `rate` is `tape` where left out. */
  | {
      readonly t: 'sub';
      readonly id: number;
      readonly ids: readonly string[];
      readonly rate?: Rate | undefined;
      readonly since?: ResumePoint | undefined;
    }
  | { readonly t: 'unsub'; readonly id: number; readonly ids: readonly string[] }
  /** No faster than this, whatever the subscriptions say; `focus` lifts it. */
  | { readonly t: 'rate'; readonly rate: Rate }
  /** Stories as they are stored, on or off; `since` (server's ms) first asks for those told after it. */
  | { readonly t: 'news'; readonly on: boolean; readonly since?: number | undefined }
  | { readonly t: 'ping'; readonly c: number };

/** A `NewsEvent` as it travels. */
export interface NewsItem {
  readonly articleId: number;
  readonly storyId: number;
  readonly repost: boolean;
  readonly opensStory: boolean;
  readonly slug: string;
  readonly title: string;
  readonly sourceId: string;
  readonly sourceName: string;
  readonly language: string;
  readonly tokenIds: readonly string[];
  readonly topicIds: readonly string[];
  readonly claimedAt: number | null;
  readonly firstSeenAt: number;
}

export interface RefusedSubscription {
  readonly id: string;
  readonly error: 'unknown' | 'limit';
}

export type ServerMessage =
  | {
      readonly t: 'hello';
      readonly v: typeof PROTOCOL_VERSION;
      readonly epoch: string;
      readonly now: number;
      readonly heartbeatMs: number;
      readonly simulated: boolean;
      readonly max: { readonly subscriptions: number; readonly messageBytes: number };
    }
  | {
      readonly t: 'ack';
      readonly id: number;
      readonly ok: readonly string[];
      readonly bad: readonly RefusedSubscription[];
    }
  /**
   * Everything held of the tokens just subscribed; a token without a row has no price.
   * In `snap` and `d`, `seq` is where this browser may resume: all it subscribed to has reached it up to there.
   */
  | {
      readonly t: 'snap';
      readonly epoch: string;
      readonly seq: number;
      readonly now: number;
      readonly q: readonly QuoteRow[];
    }
  /** Only what changed since the last frame, the latest row of each token; a new state is a change. */
  | { readonly t: 'd'; readonly seq: number; readonly now: number; readonly q: readonly QuoteRow[] }
  /** `at` is when it was told: the time to ask from after a gap. */
  | { readonly t: 'news'; readonly at: number; readonly item: NewsItem }
  | { readonly t: 'venue'; readonly venue: VenueId; readonly state: VenueState; readonly since: number }
  | { readonly t: 'pong'; readonly c: number; readonly s: number }
  | { readonly t: 'err'; readonly code: 'bad-message' | 'rate' | 'limit'; readonly message: string }
  /** The server is about to stop: come back after a moment within these milliseconds. */
  | { readonly t: 'bye'; readonly why: string; readonly retryMs: readonly [number, number] };

/** The quote as a row, its state judged at `now`. */
export function toQuoteRow(quote: TokenQuote, now: Date): QuoteRow {
  return [
    quote.tokenId,
    quote.priceUsd,
    quote.change24h === undefined ? null : roundPercent(quote.change24h),
    quote.volume24hUsd ?? null,
    quoteStateAt(quote, now),
    quote.exchangeAt?.getTime() ?? null,
    quote.receivedAt.getTime(),
    quote.venues,
  ];
}

/** Four decimals are two more than any screen shows. */
function roundPercent(percent: number): number {
  return Math.round(percent * 10_000) / 10_000;
}
