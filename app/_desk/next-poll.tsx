import type { FeedRow } from '@/db/queries/select-feed';
import { nextPollWords } from '@/lib/model/feed-words';
import type { PageTime } from './page-time';

/** When a feed is asked next, and why then. */
export function NextPoll({ feed, time }: { feed: FeedRow; time: PageTime }) {
  if (feed.removedAt) return '–';
  const isStopped = feed.state === 'paused' || feed.state === 'dead';
  return (
    <>
      <span className="whitespace-nowrap">{nextPollWords(feed, time.now)}</span>
      {feed.pollReason !== undefined && !isStopped && (
        <span className="block text-12 text-pretty text-muted">{feed.pollReason}</span>
      )}
    </>
  );
}
