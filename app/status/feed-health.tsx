import { FeedState } from '@/app/_desk/feed-state';
import type { PageTime } from '@/app/_desk/page-time';
import { When } from '@/app/_desk/when';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { DeskLink } from '@/app/_ui/desk-link';
import { Note } from '@/app/_ui/note';
import { RecordCell, RecordRow, RecordTable } from '@/app/_ui/record-table';
import type { FeedRow } from '@/db/queries/feeds';
import { FEED_STATES, type FeedState as State } from '@/lib/model/feed';
import { FEED_STATE_MARKS, nextPollWords } from '@/lib/model/feed-words';
import { sourcePath } from '@/lib/model/paths';
import { FEED_STATE_WORDS } from '@/lib/model/source-words';

const HEADINGS = ['Feed', 'State', 'Last answered well', 'Last new article', 'Asked next'];

interface FeedHealthProps {
  readonly feeds: readonly FeedRow[];
  readonly counts: Readonly<Record<State, number>>;
  readonly time: PageTime;
}

/** Which feeds answer, since when not and why; those in trouble first. */
export function FeedHealth({ feeds, counts, time }: FeedHealthProps) {
  const present = FEED_STATES.filter((state) => counts[state] > 0);
  const summary = present.map(
    (state) => `${FEED_STATE_MARKS[state]} ${counts[state]} ${FEED_STATE_WORDS[state]}`,
  );
  return (
    <section aria-labelledby="feeds" className="mt-6">
      <ColumnHeading id="feeds" title={`Feeds (${feeds.length})`} aside={summary.join(' · ')} />
      {feeds.length === 0 ? (
        <Note>No feed is in the catalogue yet.</Note>
      ) : (
        <RecordTable caption="Feeds and how each is doing" headings={HEADINGS}>
          {troubleFirst(feeds).map((feed) => (
            <Row key={feed.id} feed={feed} time={time} />
          ))}
        </RecordTable>
      )}
    </section>
  );
}

function Row({ feed, time }: { feed: FeedRow; time: PageTime }) {
  return (
    <RecordRow name={<Name feed={feed} />}>
      <RecordCell wide>
        <FeedState feed={feed} time={time} />
      </RecordCell>
      <RecordCell label="Last answered well">
        <When at={feed.lastSuccessAt} time={time} />
      </RecordCell>
      <RecordCell label="Last new article">
        <When at={feed.lastNewArticleAt} time={time} />
      </RecordCell>
      <RecordCell label="Asked next">
        <span className="whitespace-nowrap">{nextPollWords(feed, time.now)}</span>
      </RecordCell>
    </RecordRow>
  );
}

function Name({ feed }: { feed: FeedRow }) {
  return (
    <>
      <DeskLink href={sourcePath(feed.sourceId)} className="font-semibold">
        {feed.sourceName}
      </DeskLink>
      <span className="block text-12 break-all text-muted">{feed.url}</span>
    </>
  );
}

const TROUBLE_ORDER: readonly State[] = ['dead', 'ill', 'new', 'paused', 'well'];

function troubleFirst(feeds: readonly FeedRow[]): readonly FeedRow[] {
  return feeds.toSorted(
    (one, other) => TROUBLE_ORDER.indexOf(one.state) - TROUBLE_ORDER.indexOf(other.state),
  );
}
