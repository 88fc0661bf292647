import type { FeedId, SourceId } from './ids';

export const SOURCE_KINDS = ['newsroom', 'aggregator', 'official'] as const;
/** A newsroom writes, an aggregator republishes, an official source speaks for itself. */
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const FEED_STATES = ['new', 'well', 'ill', 'dead', 'paused'] as const;
/** `new` was never fetched, `ill` failed at least the last time, `dead` answered 410 Gone. */
export type FeedState = (typeof FEED_STATES)[number];

/** Who publishes. Several feeds may belong to one source. */
export interface Source {
  readonly id: SourceId;
  readonly name: string;
  readonly siteUrl: string;
  /** BCP 47, e.g. `en`, `zh`. What the source says; an article's own language is detected. */
  readonly language: string;
  /** ISO 3166-1 alpha-2, where known. */
  readonly country: string | undefined;
  readonly kind: SourceKind;
  /** Writes about nothing but crypto: its words may be read in that light. */
  readonly cryptoOnly: boolean;
}

/** What the poller needs to know to ask one feed again. */
export interface FeedToPoll {
  readonly id: FeedId;
  readonly url: string;
  readonly source: Source;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  readonly intervalSeconds: number;
  readonly failures: number;
}

/** How one fetch ended, as the operator reads it in the log. */
export const FETCH_OUTCOMES = ['fetched', 'not-modified', 'limited', 'gone', 'failed'] as const;
export type FetchOutcome = (typeof FETCH_OUTCOMES)[number];
