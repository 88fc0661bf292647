import type { FeedId } from './ids';
import type { FeedState, FetchOutcome } from './feed';

/** How asking a feed once went, and what follows from it. */
export interface FetchRecord {
  readonly feedId: FeedId;
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly outcome: FetchOutcome;
  readonly httpStatus: number | undefined;
  /** Of the decompressed body. */
  readonly bytes: number | undefined;
  readonly items: number | undefined;
  readonly newArticles: number | undefined;
  /** What went wrong or was odd, in words. */
  readonly message: string | undefined;
  readonly state: FeedState;
  readonly failures: number;
  readonly nextPollAt: Date;
  /** To be sent back the next time; `undefined` keeps what we have. */
  readonly validators:
    { readonly etag: string | undefined; readonly lastModified: string | undefined } | undefined;
}
