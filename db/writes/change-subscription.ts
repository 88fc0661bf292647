import { and, eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { subscriptions } from '@/db/schema/feeds';
import type { Subscription } from '@/lib/model/subscription';

export type SubscriptionChange = Partial<
  Pick<Subscription, 'state' | 'askedAt' | 'verifiedAt' | 'leaseUntil' | 'lastPushAt' | 'failures'> & {
    /** null: there is nothing to say. */
    readonly message: string | null;
    readonly nextTryAt: Date;
  }
>;

/** Changes a subscription, unless another has taken its place meanwhile. */
export async function changeSubscription(
  { feedId, callbackToken }: Pick<Subscription, 'feedId' | 'callbackToken'>,
  change: SubscriptionChange,
): Promise<void> {
  await database()
    .update(subscriptions)
    .set(change)
    .where(and(eq(subscriptions.feedId, feedId), eq(subscriptions.callbackToken, callbackToken)));
}
