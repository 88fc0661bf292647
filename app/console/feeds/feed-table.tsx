import type { PageTime } from '@/app/_desk/page-time';
import { Note } from '@/app/_ui/note';
import { RecordTable } from '@/app/_ui/record-table';
import type { FeedRow } from '@/db/queries/select-feed';
import { FeedTableRow } from './feed-table-row';

const HEADINGS = ['Source and address', 'State', 'Last answer', 'Last new article', 'Asked next'];

/** Every feed with how it is doing and what may be done about it. */
export function FeedTable({ feeds, time }: { feeds: readonly FeedRow[]; time: PageTime }) {
  if (feeds.length === 0) return <Note>No feed fits. Take the filter away, or add one.</Note>;
  return (
    <RecordTable caption="Feeds, how each is doing, and what to do" headings={HEADINGS} hasActions>
      {feeds.map((feed) => (
        <FeedTableRow key={feed.id} feed={feed} time={time} />
      ))}
    </RecordTable>
  );
}
