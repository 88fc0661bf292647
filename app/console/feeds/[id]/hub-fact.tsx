import type { PageTime } from '@/app/_desk/page-time';
import { When } from '@/app/_desk/when';
import { subscriptionOfFeed } from '@/db/queries/subscription-of-feed';
import { formatMoment } from '@/lib/core/format-time';
import type { FeedId } from '@/lib/model/ids';
import type { Subscription, SubscriptionState } from '@/lib/model/subscription';

/** Whether a hub tells us of the feed's news (WebSub), and how that goes. */
export async function HubFact({ id, time }: { id: FeedId; time: PageTime }) {
  const subscription = await subscriptionOfFeed(id);
  if (!subscription) return 'no, it names no hub';
  return (
    <>
      <span className="break-all">{new URL(subscription.hubUrl).host}</span> {STATE_WORDS[subscription.state]}
      {subscription.lastPushAt && (
        <>
          , last time <When at={subscription.lastPushAt} time={time} />
        </>
      )}
      <span className="block text-12 text-pretty text-muted">{detailsOf(subscription, time)}</span>
    </>
  );
}

function detailsOf({ message, state, leaseUntil }: Subscription, time: PageTime): string | undefined {
  if (message !== undefined) return message;
  return state === 'active' && leaseUntil
    ? `until ${formatMoment(leaseUntil, time.zone)}, then renewed`
    : undefined;
}

const STATE_WORDS: Readonly<Record<SubscriptionState, string>> = {
  asked: 'was asked and has not confirmed yet',
  active: 'tells us at once',
  refused: 'has refused us',
  lapsed: 'has stopped telling us',
};
