import type { FeedRow } from '@/db/queries/select-feed';
import { FEED_STATE_MARKS, FINDING_NAMES } from '@/lib/model/feed-words';
import { FEED_STATE_WORDS } from '@/lib/model/source-words';
import type { PageTime } from './page-time';
import { When } from './when';

/** The state of a feed as mark and word, since when and why, and whatever else is odd about it. */
export function FeedState({ feed, time }: { feed: FeedRow; time: PageTime }) {
  const isTrouble = feed.state === 'ill' || feed.state === 'dead';
  return (
    <div className="grid grid-cols-[1rem_1fr]">
      <span aria-hidden="true" className="text-12">
        {FEED_STATE_MARKS[feed.state]}
      </span>
      <span className="text-pretty">
        <span className={isTrouble ? 'font-semibold' : ''}>{FEED_STATE_WORDS[feed.state]}</span>{' '}
        <span className="text-12 text-muted">
          since <When at={feed.stateSince} time={time} bare />
          {feed.failures > 1 && `, ${feed.failures} times in a row`}
        </span>
        {feed.stateReason !== undefined && (
          <span className="block text-12 text-muted">{feed.stateReason}</span>
        )}
        {feed.findings
          .filter(({ words }) => words !== feed.stateReason)
          .map(({ kind, words, since }) => (
            <span key={kind} className="block text-12 text-muted">
              <span className="text-text">{FINDING_NAMES[kind]}</span>, since{' '}
              <When at={new Date(since)} time={time} bare />: {words}
            </span>
          ))}
      </span>
    </div>
  );
}
