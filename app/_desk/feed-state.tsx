import type { FeedRow } from '@/db/queries/select-feed';
import { hideQueries } from '@/lib/core/url';
import type { FindingKind } from '@/lib/model/feed-finding';
import { FEED_STATE_MARKS, FINDING_NAMES } from '@/lib/model/feed-words';
import { FEED_STATE_WORDS } from '@/lib/model/source-words';
import type { PageTime } from './page-time';
import { Since } from './since';
import { When } from './when';

/** The state of a feed as mark and word, since when and why, and whatever else is odd about it. */
export function FeedState({ feed, time }: { feed: FeedRow; time: PageTime }) {
  const isTrouble = feed.state === 'ill' || feed.state === 'dead';
  return (
    <div className="grid grid-cols-[1rem_1fr]">
      <span aria-hidden="true" className="text-12">
        {FEED_STATE_MARKS[feed.state]}
      </span>
      <span className="min-w-0 text-pretty break-words">
        <span className={isTrouble ? 'font-semibold' : ''}>{FEED_STATE_WORDS[feed.state]}</span>{' '}
        <span className="text-12 text-muted">
          <Since at={feed.stateSince} time={time} />
          {feed.failures > 1 && `, ${feed.failures} times in a row`}
        </span>
        {feed.stateReason !== undefined && (
          <span className="block text-12 text-muted">{hideQueries(feed.stateReason)}</span>
        )}
        {findingsBeside(feed).map(({ kind, words, since }) => (
          <span key={kind} className="block text-12 text-muted">
            <span className="text-text">{FINDING_NAMES[kind]}</span>, noticed{' '}
            <When at={new Date(since)} time={time} />: {hideQueries(words)}
          </span>
        ))}
      </span>
    </div>
  );
}

/** What the state and its reason do not say already. */
function findingsBeside({ state, stateReason, findings }: FeedRow): FeedRow['findings'] {
  const isToldAlready = (kind: FindingKind) => state === 'dead' && (kind === 'gone' || kind === 'moved');
  return findings.filter(({ kind, words }) => words !== stateReason && !isToldAlready(kind));
}
