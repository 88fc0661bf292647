import type { Decimal } from '@/lib/core/decimal';
import type { VenueId } from '@/lib/model/ids';
import type { RawQuote } from '@/lib/model/quote';

/**
 * What a venue must tell us about itself. An adapter is data and pure functions: it opens nothing,
 * waits for nothing and remembers nothing. Sockets, clocks and retries are written once, in `connection.ts`.
 */
export interface Exchange {
  readonly id: VenueId;
  readonly spec: ExchangeSpec;
  /** The address to dial, under the venue's websocket base. */
  readonly socketUrl: (base: string) => string;
  /** The frames that subscribe to `symbols`, cut to the venue's limits, to be sent in order. */
  readonly subscribeFrames: (symbols: readonly string[]) => readonly string[];
  /** Reads one frame. Whatever a stranger sends is a value: this never throws. */
  readonly parse: (data: FrameData, receivedAt: Date) => Parsed;
  readonly symbols: SymbolList;
  readonly klines: KlineHistory;
}

/** A text frame, or the bytes of a binary one. */
export type FrameData = string | Uint8Array;

export interface ExchangeSpec {
  readonly keepalive: Keepalive;
  /** Pause between two frames we send: venues close connections that talk too fast. */
  readonly frameGapMs: number;
  /** A connection that brings no quote for this long is dead, whatever else it says. */
  readonly silenceMs: number;
  /** The venue cuts connections of a certain age; we leave before, with the next one already open. */
  readonly maxAgeMs: number | undefined;
  /** Pause between two requests to the venue's REST interface. */
  readonly requestGapMs: number;
}

/** Who keeps the line open: the venue with its own pings, or we with `payload` (a ping frame where absent). */
export type Keepalive =
  | { readonly by: 'venue' }
  | {
      readonly by: 'us';
      readonly everyMs: number;
      readonly onlyWhenQuiet: boolean;
      readonly payload?: string;
    };

export type Parsed =
  | { readonly kind: 'quotes'; readonly quotes: readonly RawQuote[]; readonly rejected: number }
  | {
      readonly kind: 'ack';
      readonly ok: boolean;
      readonly symbol: string | undefined;
      readonly message: string | undefined;
    }
  | { readonly kind: 'heartbeat' }
  /** Well-formed and none of our business. */
  | { readonly kind: 'ignored' }
  | { readonly kind: 'garbage'; readonly why: string }
  | { readonly kind: 'control'; readonly what: 'shutdown' | 'maintenance' | 'online' };

/** Which symbols the venue lists, and whether they trade. */
export interface SymbolList {
  readonly url: (base: string) => string;
  /** `undefined` when the answer is not the venue's list. */
  readonly parse: (body: string) => readonly VenueSymbol[] | undefined;
}

export interface VenueSymbol {
  /** In the spelling of the stream. */
  readonly symbol: string;
  readonly base: string;
  readonly quote: string;
  readonly trading: boolean;
}

/** One-minute history over REST. */
export interface KlineHistory {
  /** How many minutes one request brings at most. */
  readonly minutesPerRequest: number;
  /** How far back the venue reaches at this resolution, where it does not reach a whole day. */
  readonly reachMinutes: number | undefined;
  /** Both ends are inclusive starts of minutes. */
  readonly url: (base: string, symbol: string, range: { readonly from: Date; readonly to: Date }) => string;
  /** Ascending by time; `undefined` when the answer is not the venue's history. */
  readonly parse: (body: string) => readonly Kline[] | undefined;
}

/** One minute in the market's own quote currency. */
export interface Kline {
  readonly minute: Date;
  readonly open: Decimal;
  readonly high: Decimal;
  readonly low: Decimal;
  readonly close: Decimal;
}
