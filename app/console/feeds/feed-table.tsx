import { Note } from '@/app/_ui/note';
import type { PageTime } from '@/app/_desk/page-time';
import type { FeedRow } from '@/db/queries/feeds';
import { FeedTableRow } from './feed-table-row';

/** Every feed with how it is doing; a list of blocks where a table has no room. */
export function FeedTable({ feeds, time }: { feeds: readonly FeedRow[]; time: PageTime }) {
  if (feeds.length === 0) return <Note>No feed fits. Take the filter away, or add one.</Note>;
  return (
    <table className="mt-1 block w-full text-13 two:table">
      <caption className="sr-only">Feeds and how each is doing</caption>
      <thead className="hidden text-12 text-faint two:table-header-group">
        <tr className="h-8 border-b border-line text-start">
          <Heading>Source and address</Heading>
          <Heading>State</Heading>
          <Heading>Last answer</Heading>
          <Heading>Last new article</Heading>
          <Heading>Asked next</Heading>
          <Heading>
            <span className="sr-only">What to do</span>
          </Heading>
        </tr>
      </thead>
      <tbody className="block two:table-row-group">
        {feeds.map((feed) => (
          <FeedTableRow key={feed.id} feed={feed} time={time} />
        ))}
      </tbody>
    </table>
  );
}

function Heading({ children }: { children: React.ReactNode }) {
  return (
    <th scope="col" className="pe-4 text-start font-normal whitespace-nowrap last:pe-0">
      {children}
    </th>
  );
}
