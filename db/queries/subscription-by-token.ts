import { eq } from 'drizzle-orm';
import { subscriptions } from '@/db/schema/feeds';
import type { Subscription } from '@/lib/model/subscription';
import { selectSubscriptions } from './select-subscription';

/** The subscription whose hub calls us at this address. */
export async function subscriptionByToken(token: string): Promise<Subscription | undefined> {
  const [found] = await selectSubscriptions(eq(subscriptions.callbackToken, token), 1);
  return found;
}
