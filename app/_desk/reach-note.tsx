import type { ReactNode } from 'react';
import { Moment } from '@/app/_ui/moment';
import { countWords } from '@/lib/model/feed-words';
import type { Reach, ReachableFeed } from '@/lib/model/outage';
import { VENUE_NAMES, type VenueStatus } from '@/lib/model/venue';
import type { PageTime } from './page-time';

interface ReachNoteProps {
  readonly reach: Reach;
  readonly feeds: readonly ReachableFeed[];
  readonly venues: readonly VenueStatus[];
  readonly isSimulated: boolean;
  readonly time: PageTime;
}

/** How much of the outside the desk reaches, in a sentence or a few. */
export function ReachNote(props: ReachNoteProps) {
  const { reach, feeds, venues } = props;
  switch (reach.kind) {
    case 'unknown':
      return <Sentence>Nothing has been asked yet: the desk has just started.</Sentence>;
    case 'all':
      return (
        <Sentence>
          <span aria-hidden="true">● </span>Every feed that was asked answers, and every venue sends prices.
        </Sentence>
      );
    case 'some':
      return (
        <Sentence>
          <span aria-hidden="true">▲ </span>
          {someWords(reach, feeds.length, venues.length)}. Below, each says why and when it is tried again.
        </Sentence>
      );
    case 'none':
      return <Outage {...props} reach={reach} />;
  }
}

function someWords(reach: Extract<Reach, { kind: 'some' }>, feeds: number, venues: number): string {
  const { failingFeeds, failingVenues } = reach;
  const parts = [
    failingFeeds > 0 &&
      `${failingFeeds} of ${countWords(feeds, 'feed')} ${failingFeeds === 1 ? 'fails' : 'fail'}`,
    failingVenues > 0 &&
      `${failingVenues} of ${countWords(venues, 'venue')} ${failingVenues === 1 ? 'sends' : 'send'} no prices`,
  ];
  return parts.filter((part) => part !== false).join(' and ');
}

function Outage({
  reach,
  feeds,
  venues,
  isSimulated,
  time,
}: ReachNoteProps & { reach: Extract<Reach, { kind: 'none' }> }) {
  const failing = feeds.filter((feed) => feed.state === 'ill' || feed.state === 'dead').length;
  return (
    <Sentence>
      <strong className="block text-15">▲ This desk reaches nothing outside.</strong>
      {venues.length > 0 && (
        <span className="mt-1 block">
          Venues: none of {venues.map(({ venue }) => VENUE_NAMES[venue]).join(', ')}
          <Since at={reach.venuesSince} time={time} />.
        </span>
      )}
      {failing > 0 && (
        <span className="mt-1 block">
          Feeds: none of the {failing} that were asked
          <Since at={reach.feedsSince} time={time} />.
        </span>
      )}
      <span className="mt-1 block">
        {isSimulated ? 'Does the simulated world still run?' : <NoNetwork />}
      </span>
    </Sentence>
  );
}

function NoNetwork() {
  return (
    <>
      Is there a network? The desk keeps trying. To see it at work without one, stop it and run{' '}
      <code className="rounded-4 border border-line bg-surface px-1 text-12">npm run demo</code>.
    </>
  );
}

function Since({ at, time }: { at: Date | undefined; time: PageTime }) {
  if (!at) return null;
  return (
    <>
      , since <Moment at={at} zone={time.zone} />
    </>
  );
}

function Sentence({ children }: { children: ReactNode }) {
  return (
    <div
      role="status"
      className="mt-4 max-w-[80ch] border-s-2 border-faint ps-3 text-13 leading-article text-pretty"
    >
      {children}
    </div>
  );
}
