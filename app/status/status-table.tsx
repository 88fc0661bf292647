import { FeedState } from '@/app/_desk/feed-state';
import { LastArticle } from '@/app/_desk/last-article';
import { NextPoll } from '@/app/_desk/next-poll';
import type { PageTime } from '@/app/_desk/page-time';
import { DeskLink } from '@/app/_ui/desk-link';
import { RecordCell, RecordRow, RecordTable } from '@/app/_ui/record-table';
import type { FeedRow } from '@/db/queries/select-feed';
import { hideQueries } from '@/lib/core/url';
import { sourcePath } from '@/lib/model/paths';

const HEADINGS = ['Feed', 'State', 'Latest article', 'Asked next, and why then'];

interface StatusTableProps {
  readonly caption: string;
  readonly feeds: readonly FeedRow[];
  readonly time: PageTime;
}

/** Feeds with what a reader may want to know of each. */
export function StatusTable({ caption, feeds, time }: StatusTableProps) {
  return (
    <RecordTable caption={caption} headings={HEADINGS}>
      {feeds.map((feed) => (
        <Row key={feed.id} feed={feed} time={time} />
      ))}
    </RecordTable>
  );
}

function Row({ feed, time }: { feed: FeedRow; time: PageTime }) {
  return (
    <RecordRow name={<Name feed={feed} />}>
      <RecordCell wide>
        <FeedState feed={feed} time={time} />
      </RecordCell>
      <RecordCell label="Latest article" wide>
        <LastArticle feed={feed} time={time} />
      </RecordCell>
      <RecordCell label="Asked next" wide>
        <NextPoll feed={feed} time={time} />
      </RecordCell>
    </RecordRow>
  );
}

function Name({ feed }: { feed: FeedRow }) {
  return (
    <>
      <DeskLink href={sourcePath(feed.sourceId)} className="reach font-semibold">
        {feed.sourceName}
      </DeskLink>
      <span className="block text-12 break-all text-muted">{hideQueries(feed.url)}</span>
    </>
  );
}
