import { setTimeout as pause } from 'node:timers/promises';
import { subscriptionByToken } from '@/db/queries/subscription-by-token';
import { changeSubscription } from '@/db/writes/change-subscription';
import { HOUR_MS, SECOND_MS } from '@/lib/core/time';
import type { Subscription } from '@/lib/model/subscription';
import { singleton } from '@/lib/system/singleton';
import type { PushedDocument } from './pipeline';
import { takePush, type NewsSettings } from './scheduler';
import { isSignedWith } from './verify-signature';

const MAX_UNDER_WAY = 16;
/** A poll of the same feed may be under way. */
const TRIES = 4;
const TRY_AGAIN_MS = 5 * SECOND_MS;
const MAX_FAILURES = 5;
const ASK_AGAIN_AFTER_MS = HOUR_MS;

/** What came of a push: it is being taken in, was ignored, there is no room, or nobody subscribed to it. */
export type PushOutcome =
  | { readonly kind: 'taken'; readonly done: Promise<void> }
  | { readonly kind: 'ignored' | 'busy' | 'unknown' };

export interface HubPush extends PushedDocument {
  readonly token: string;
  /** The `X-Hub-Signature` header. */
  readonly signature: string | null;
}

/**
 * Takes what a hub sends, if it is signed with the secret only that hub was told. It then goes the way of every
 * answer: the same reader with its limits, the same store. The hub need not wait for that.
 */
export async function takeHubPush(push: HubPush, settings: NewsSettings): Promise<PushOutcome> {
  const subscription = await subscriptionByToken(push.token);
  if (!subscription) return { kind: 'unknown' };
  const now = settings.clock();
  if (!isExpected(subscription, now)) return { kind: 'ignored' };
  if (!isSignedWith(subscription.secret, push.signature, push.bytes)) {
    await countForgery(subscription, now);
    settings.log.warn(
      { hub: subscription.hubUrl, feed: subscription.feedId },
      'A push was not signed as agreed',
    );
    return { kind: 'ignored' };
  }
  const underWay = singleton('pushes-under-way', () => new Set<Promise<void>>());
  if (underWay.size >= MAX_UNDER_WAY) return { kind: 'busy' };
  const done = takeIn(subscription, push, settings).finally(() => underWay.delete(done));
  underWay.add(done);
  return { kind: 'taken', done };
}

function isExpected({ state, leaseUntil, isWanted }: Subscription, now: Date): boolean {
  return isWanted && state === 'active' && leaseUntil !== undefined && leaseUntil > now;
}

/** Said to nobody outside: who guesses is told no more than the hub. */
async function countForgery(subscription: Subscription, now: Date): Promise<void> {
  const failures = subscription.failures + 1;
  const message = `Something came in the hub's name that was not signed as agreed (${failures} in a row); it was ignored.`;
  const isOver = failures >= MAX_FAILURES;
  await changeSubscription(subscription, {
    failures,
    message,
    ...(isOver && { state: 'lapsed', nextTryAt: new Date(now.getTime() + ASK_AGAIN_AFTER_MS) }),
  });
}

async function takeIn(subscription: Subscription, push: HubPush, settings: NewsSettings): Promise<void> {
  const { feedId } = subscription;
  try {
    await changeSubscription(subscription, {
      lastPushAt: settings.clock(),
      failures: 0,
      message: null,
    });
    for (let tried = 0; tried < TRIES; tried += 1) {
      if (await takePush(feedId, { bytes: push.bytes, contentType: push.contentType }, settings)) return;
      await pause(TRY_AGAIN_MS);
    }
    settings.log.warn({ feed: feedId }, 'A push found its feed being polled each time; the poll has it too');
  } catch (error) {
    settings.log.error({ err: error, feed: feedId }, 'A push was not taken in for a reason of our own');
  }
}
