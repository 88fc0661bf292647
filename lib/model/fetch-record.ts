import type { FeedDocument, FeedState, FetchOutcome, FetchTrigger } from './feed';
import type { FeedFinding } from './feed-finding';
import type { FeedId } from './ids';
import type { ParseTier } from './parsed-feed';
import type { Rhythm } from './rhythm';

/** How asking a feed once went, and what follows from it. */
export interface FetchRecord extends NextPoll {
  readonly feedId: FeedId;
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly trigger: FetchTrigger;
  readonly outcome: FetchOutcome;
  readonly httpStatus: number | undefined;
  /** Of the decompressed body. */
  readonly bytes: number | undefined;
  /** Of the body, as it travelled. */
  readonly wireBytes: number | undefined;
  /** What a 304 spared. */
  readonly savedBytes: number | undefined;
  readonly retryAfterSeconds: number | undefined;
  /** Answered in full with the very bytes we had. */
  readonly isUnchanged: boolean;
  readonly tier: ParseTier | undefined;
  readonly items: number | undefined;
  readonly newArticles: number | undefined;
  readonly revisedArticles: number | undefined;
  /** What went wrong or was odd, in words. */
  readonly message: string | undefined;
  readonly state: FeedState;
  /** Why it is in that state, in words; nothing for one that is well. */
  readonly stateReason: string | undefined;
  /** Failed fetches in a row. */
  readonly failures: number;
  readonly findings: readonly FeedFinding[];
  readonly announcedIntervalSeconds: number | undefined;
  /** `undefined` keeps what has been learnt. */
  readonly rhythm: Rhythm | undefined;
  /** Where it says it has moved for good, and how many answers in a row have. */
  readonly movedTo: string | undefined;
  readonly movedSeen: number;
  /** It is asked at its new address from now on. */
  readonly isMoveAdopted: boolean;
  /** What it holds now; `undefined` keeps the last good answer. */
  readonly document: FeedDocument | undefined;
  /** To be sent back the next time; `undefined` keeps what we have. */
  readonly validators:
    | {
        readonly etag: string | undefined;
        readonly lastModified: string | undefined;
        /** The address both came from. */
        readonly url: string;
      }
    | undefined;
}

/** When a feed is asked again, and why then. */
export interface NextPoll {
  readonly nextPollAt: Date;
  /** In words. */
  readonly pollReason: string;
  /** How often it is asked while it is well. */
  readonly intervalSeconds: number;
}
