import type { FeedId } from './ids';

export const SUBSCRIPTION_STATES = ['asked', 'active', 'refused', 'lapsed'] as const;
/** `asked`: the hub has not confirmed yet; `lapsed`: its lease ran out. Only an `active` one spares us polls. */
export type SubscriptionState = (typeof SUBSCRIPTION_STATES)[number];

/** That a hub tells us of a feed's news (WebSub). */
export interface Subscription {
  readonly feedId: FeedId;
  readonly hubUrl: string;
  /** What the hub knows the feed by. */
  readonly topicUrl: string;
  /** Part of the address the hub calls: nobody else knows it. */
  readonly callbackToken: string;
  /** Signs what the hub sends. */
  readonly secret: string;
  readonly state: SubscriptionState;
  /** Why it is in that state, in words. */
  readonly message: string | undefined;
  readonly askedAt: Date;
  readonly verifiedAt: Date | undefined;
  readonly leaseUntil: Date | undefined;
  readonly lastPushAt: Date | undefined;
  /** Asked in vain, sent what was not signed, or silent about news we found: in a row. */
  readonly failures: number;
  /** The feed is neither paused nor taken out. */
  readonly isWanted: boolean;
}
