import type { ReactNode } from 'react';
import { FeedFilterBar } from '@/app/_desk/feed-filter-bar';
import { FEEDS_PER_PAGE, toFeedFilter, toFeedPage, type FeedQuery } from '@/app/_desk/feed-query';
import type { PageTime } from '@/app/_desk/page-time';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { DeskLink } from '@/app/_ui/desk-link';
import { Note } from '@/app/_ui/note';
import { Pager } from '@/app/_ui/pager';
import { countFeedsThat, readFeeds, type FeedFilter } from '@/db/queries/feeds';
import type { FeedState } from '@/lib/model/feed';
import { countWords } from '@/lib/model/feed-words';
import { FEED_STATE_WORDS } from '@/lib/model/source-words';
import { StatusTable } from './status-table';

const PATH = '/status';
const IN_TROUBLE: readonly FeedState[] = ['dead', 'ill', 'late'];
const AT_EASE: readonly FeedState[] = ['well', 'new', 'paused'];

interface FeedHealthProps {
  readonly query: FeedQuery;
  readonly counts: Readonly<Record<FeedState | 'removed', number>>;
  readonly time: PageTime;
}

/** How every feed is doing: those in trouble first, the well ones folded; or those that were looked for. */
export function FeedHealth({ query, counts, time }: FeedHealthProps) {
  const all = [...IN_TROUBLE, ...AT_EASE].reduce((sum, state) => sum + counts[state], 0);
  const isFiltered = query.state !== undefined || query.q !== undefined;
  return (
    <section aria-labelledby="feeds" className="mt-6">
      <ColumnHeading id="feeds" title={`Feeds (${all})`} />
      {all === 0 ? (
        <Note>No feed is in the catalogue yet.</Note>
      ) : (
        <>
          <FeedFilterBar path={PATH} counts={counts} state={query.state} text={query.q} />
          {isFiltered ? <FoundFeeds query={query} time={time} /> : <AllFeeds time={time} />}
        </>
      )}
    </section>
  );
}

async function FoundFeeds({ query, time }: { query: FeedQuery; time: PageTime }) {
  const filter = toFeedFilter(query);
  const [feeds, total] = await Promise.all([readFeeds(filter, toFeedPage(query)), countFeedsThat(filter)]);
  const { state, q, page } = query;
  if (feeds.length === 0) return <Note>No feed fits. Take the filter away to see all.</Note>;
  return (
    <>
      <StatusTable caption="Feeds that fit, and how each is doing" feeds={feeds} time={time} />
      <Pager path={PATH} search={{ state, q }} page={page} pageLength={FEEDS_PER_PAGE} total={total} />
    </>
  );
}

async function AllFeeds({ time }: { time: PageTime }) {
  const [trouble, odd, calm] = await Promise.all([
    readGroup({ states: IN_TROUBLE }),
    readGroup({ states: AT_EASE, hasFindings: true }),
    readGroup({ states: AT_EASE, hasFindings: false }),
  ]);
  return (
    <>
      {trouble.total === 0 && <Note>No feed is in trouble.</Note>}
      {trouble.total > 0 && (
        <Group title={`${countWords(trouble.total, 'feed')} in trouble`}>
          <StatusTable caption="Feeds in trouble" feeds={trouble.feeds} time={time} />
          <Rest group={trouble} />
        </Group>
      )}
      {odd.total > 0 && (
        <Group title={`${countWords(odd.total, 'feed')} with something odd`}>
          <StatusTable caption="Feeds that answer, but oddly" feeds={odd.feeds} time={time} />
          <Rest group={odd} />
        </Group>
      )}
      {calm.total > 0 && (
        <details className="mt-4" open={trouble.total + odd.total === 0}>
          <summary className="cursor-pointer py-2 text-13 pointer-coarse:py-2.5">
            {countWords(calm.total, 'feed')} with nothing to report
          </summary>
          <StatusTable caption="Feeds with nothing to report" feeds={calm.feeds} time={time} />
          <Rest group={calm} />
        </details>
      )}
    </>
  );
}

async function readGroup(filter: FeedFilter) {
  const page = { limit: FEEDS_PER_PAGE, offset: 0 };
  const [feeds, total] = await Promise.all([readFeeds(filter, page), countFeedsThat(filter)]);
  return { feeds, total };
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mt-4">
      <h3 className="py-2 text-13 font-semibold">{title}</h3>
      {children}
    </div>
  );
}

/** A long group is read state by state. */
function Rest({ group: { feeds, total } }: { group: Awaited<ReturnType<typeof readGroup>> }) {
  if (total <= feeds.length) return null;
  const states = [...new Set(feeds.map((feed) => feed.state))];
  return (
    <p className="py-3 text-13 text-muted">
      The first {feeds.length} of {total}. All of them:{' '}
      {states.map((state) => (
        <DeskLink key={state} href={`${PATH}?state=${state}`} className="reach me-3 underline">
          {FEED_STATE_WORDS[state]}
        </DeskLink>
      ))}
    </p>
  );
}
