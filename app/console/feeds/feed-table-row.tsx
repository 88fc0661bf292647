import type { ReactNode } from 'react';
import type { PageTime } from '@/app/_desk/page-time';
import { DeskLink } from '@/app/_ui/desk-link';
import type { FeedRow } from '@/db/queries/feeds';
import { fetchWords, nextPollWords } from '@/lib/model/feed-words';
import { FeedButtons } from './feed-buttons';
import { FeedStateCell } from './feed-state-cell';
import { When } from './when';

export function FeedTableRow({ feed, time }: { feed: FeedRow; time: PageTime }) {
  return (
    <tr className="grid grid-cols-2 gap-x-4 gap-y-1.5 border-b border-line py-3 align-top two:table-row two:py-0">
      <th scope="row" className="col-span-2 text-start font-normal two:max-w-80 two:py-2 two:pe-4">
        <DeskLink href={`/console/feeds/${feed.id}`} className="font-semibold">
          {feed.sourceName}
        </DeskLink>
        <span className="block text-12 break-all text-muted">{feed.url}</span>
        {!feed.proven && <span className="block text-12 text-faint">unproven: {feed.provenance}</span>}
      </th>
      <Cell wide>
        <FeedStateCell feed={feed} time={time} />
      </Cell>
      <Cell label="Last answer">
        {feed.lastFetch ? (
          <>
            <When at={feed.lastFetch.startedAt} time={time} />
            {feed.lastFetch.outcome !== 'failed' && (
              <span className="block text-12 text-pretty text-muted">{fetchWords(feed.lastFetch)}</span>
            )}
          </>
        ) : (
          '–'
        )}
      </Cell>
      <Cell label="Last new article">
        <When at={feed.lastNewArticleAt} time={time} />
      </Cell>
      <Cell label="Asked next">
        <span className="whitespace-nowrap">{feed.removedAt ? '–' : nextPollWords(feed, time.now)}</span>
      </Cell>
      <td className="col-span-2 block two:table-cell two:py-1.5">
        <FeedButtons feed={feed} />
      </td>
    </tr>
  );
}

function Cell({ label, wide = false, children }: { label?: string; wide?: boolean; children: ReactNode }) {
  return (
    <td className={`block two:table-cell two:py-2 two:pe-4 ${wide ? 'col-span-2 two:max-w-72' : ''}`}>
      {label !== undefined && (
        <span aria-hidden="true" className="block text-11 text-faint two:hidden">
          {label}
        </span>
      )}
      {children}
    </td>
  );
}
