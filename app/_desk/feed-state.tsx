import type { PageTime } from './page-time';
import type { FeedRow } from '@/db/queries/feeds';
import { FEED_STATE_MARKS } from '@/lib/model/feed-words';
import { FEED_STATE_WORDS } from '@/lib/model/source-words';
import { When } from './when';

/** The state as mark and word, since when, and why. */
export function FeedState({ feed, time }: { feed: FeedRow; time: PageTime }) {
  const isTrouble = feed.state === 'ill' || feed.state === 'dead';
  return (
    <>
      <span className={isTrouble ? 'font-semibold' : ''}>
        <span aria-hidden="true" className="inline-block w-4 text-12">
          {FEED_STATE_MARKS[feed.state]}
        </span>
        {FEED_STATE_WORDS[feed.state]}
      </span>{' '}
      <span className="text-12 text-muted">
        since <When at={feed.stateSince} time={time} bare />
        {feed.failures > 1 && `, ${feed.failures} times in a row`}
      </span>
      {feed.stateReason !== undefined && (
        <span className="block text-12 text-pretty text-muted two:ps-4">{feed.stateReason}</span>
      )}
    </>
  );
}
