import { database } from '@/db/client';
import { subscriptions } from '@/db/schema/feeds';
import type { Subscription } from '@/lib/model/subscription';

/** Plans to ask a hub for a feed's news, in place of what the feed had. Due at once. */
export async function openSubscription(
  plan: Pick<Subscription, 'feedId' | 'hubUrl' | 'topicUrl' | 'callbackToken' | 'secret'>,
  now: Date,
): Promise<void> {
  const row = {
    ...plan,
    state: 'asked' as const,
    message: 'The feed names this hub: it is about to be asked.',
    askedAt: now,
    verifiedAt: null,
    leaseUntil: null,
    lastPushAt: null,
    failures: 0,
    nextTryAt: now,
  };
  await database()
    .insert(subscriptions)
    .values(row)
    .onConflictDoUpdate({ target: subscriptions.feedId, set: row });
}
