import { eq } from 'drizzle-orm';
import { subscriptions } from '@/db/schema/feeds';
import type { FeedId } from '@/lib/model/ids';
import type { Subscription } from '@/lib/model/subscription';
import { selectSubscriptions } from './select-subscription';

export async function subscriptionOfFeed(feedId: FeedId): Promise<Subscription | undefined> {
  const [found] = await selectSubscriptions(eq(subscriptions.feedId, feedId), 1);
  return found;
}
