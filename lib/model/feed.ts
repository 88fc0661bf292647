import type { FeedFinding } from './feed-finding';
import type { ArticleId, FeedId, SourceId } from './ids';
import type { Rhythm } from './rhythm';

export const SOURCE_KINDS = ['newsroom', 'aggregator', 'official'] as const;
/** A newsroom writes, an aggregator republishes, an official source speaks for itself. */
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const FEED_STATES = ['new', 'well', 'late', 'ill', 'dead', 'paused'] as const;
/**
 * `new` was never fetched; `late` answers but has been silent for longer than its rhythm allows; `ill` failed the
 * last time or answers what cannot be right; `dead` answered 410 Gone.
 */
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
  /** Puts a token at the head of articles that are not about it: one there wants confirmation. */
  readonly injectsTokens?: boolean;
  /** Writes its titles in capitals: they tell no ticker from a word. */
  readonly allCaps?: boolean;
}

/** What the poller needs to know to ask one feed again. */
export interface FeedToPoll {
  readonly id: FeedId;
  readonly url: string;
  readonly source: Source;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  /** The address both came from, after redirects; the feed's own where unknown. */
  readonly validatorsUrl: string | undefined;
  readonly intervalSeconds: number;
  readonly fixedIntervalSeconds: number | undefined;
  readonly announcedIntervalSeconds: number | undefined;
  readonly rhythm: Rhythm | undefined;
  readonly state: FeedState;
  readonly findings: readonly FeedFinding[];
  readonly failures: number;
  readonly createdAt: Date;
  readonly lastNewArticleAt: Date | undefined;
  readonly movedTo: string | undefined;
  readonly movedSeen: number;
  readonly fullText: FullTextMode;
  /** A hub tells us of news: polling only makes sure. */
  readonly isPushed: boolean;
  /** `undefined` until an answer could be read. */
  readonly document: FeedDocument | undefined;
}

/** What a feed's last readable answer held. */
export interface FeedDocument {
  /** SHA-256, hex, of the decompressed body. */
  readonly bodyHash: string;
  /** Of the body, as it travelled. */
  readonly wireBytes: number;
  readonly items: number;
  /** In the document's order. */
  readonly listed: readonly ListedItem[];
  readonly readAt: Date;
}

/** An item of a feed's last answer, and the article it became. */
export interface ListedItem {
  /** Of the item as parsed, with the version of our reading: the same means nothing to do. */
  readonly fingerprint: string;
  readonly articleId: ArticleId;
}

export const FULL_TEXT_MODES = ['delivered', 'excerpt', 'page'] as const;
/** What readers are shown of an article: all the feed delivers, its first characters, or its own page's text. */
export type FullTextMode = (typeof FULL_TEXT_MODES)[number];

export const FETCH_TRIGGERS = ['timer', 'operator', 'push'] as const;
/** Who asked for a fetch: the clock, somebody at the console, or a hub. */
export type FetchTrigger = (typeof FETCH_TRIGGERS)[number];

/** How one fetch ended, as the operator reads it in the log. */
export const FETCH_OUTCOMES = ['fetched', 'not-modified', 'limited', 'gone', 'failed'] as const;
export type FetchOutcome = (typeof FETCH_OUTCOMES)[number];

/** A newsroom's words are its own to give away; who speaks officially wants to be read. */
export function defaultFullText({ kind }: Pick<Source, 'kind'>): FullTextMode {
  return kind === 'official' ? 'delivered' : 'excerpt';
}
