import type { PageTime } from '@/app/_desk/page-time';
import { When } from '@/app/_desk/when';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { Facts } from '@/app/_ui/facts';
import { Moment } from '@/app/_ui/moment';
import { subscriptionOfFeed } from '@/db/queries/subscription-of-feed';
import type { FeedId } from '@/lib/model/ids';
import type { SubscriptionState } from '@/lib/model/subscription';

const STATE_WORDS: Readonly<Record<SubscriptionState, string>> = {
  asked: 'asked, not confirmed yet',
  active: 'tells us of news',
  refused: 'refuses',
  lapsed: 'does not tell us',
};

/** The hub that tells of the feed's news, where it names one. */
export async function FeedHub({ id, time }: { id: FeedId; time: PageTime }) {
  const subscription = await subscriptionOfFeed(id);
  if (!subscription) return null;
  const { state, message, hubUrl, leaseUntil, lastPushAt } = subscription;
  return (
    <section aria-labelledby="hub" className="min-w-0">
      <ColumnHeading id="hub" title="Hub" aside={STATE_WORDS[state]} />
      {message !== undefined && <p className="pb-2 text-12 text-pretty break-words">{message}</p>}
      <Facts
        facts={[
          { label: 'Hub', value: hubUrl },
          { label: 'Last told us', value: <When at={lastPushAt} time={time} /> },
          ...(leaseUntil
            ? [{ label: 'Lease until', value: <Moment at={leaseUntil} zone={time.zone} /> }]
            : []),
        ]}
      />
    </section>
  );
}
