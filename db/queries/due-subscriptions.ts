import { and, inArray, lte, not, or } from 'drizzle-orm';
import { subscriptions } from '@/db/schema/feeds';
import type { Subscription } from '@/lib/model/subscription';
import { isFeedPolled, selectSubscriptions } from './select-subscription';

/** Subscriptions to ask for, to renew or to try again, and those of feeds that are polled no more. */
export function dueSubscriptions(now: Date, limit: number): Promise<readonly Subscription[]> {
  const isUnwanted = and(not(isFeedPolled), inArray(subscriptions.state, ['asked', 'active']));
  return selectSubscriptions(or(lte(subscriptions.nextTryAt, now), isUnwanted), limit);
}
