import { eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { subscriptions } from '@/db/schema/feeds';
import type { Subscription } from '@/lib/model/subscription';

/** Forgets a subscription: its hub is answered "gone" from now on. */
export async function dropSubscription({
  callbackToken,
}: Pick<Subscription, 'callbackToken'>): Promise<void> {
  await database().delete(subscriptions).where(eq(subscriptions.callbackToken, callbackToken));
}
