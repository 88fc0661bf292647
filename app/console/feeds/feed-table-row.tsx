import { FeedState } from '@/app/_desk/feed-state';
import { NextPoll } from '@/app/_desk/next-poll';
import type { PageTime } from '@/app/_desk/page-time';
import { When } from '@/app/_desk/when';
import { DeskLink } from '@/app/_ui/desk-link';
import { RecordCell, RecordRow } from '@/app/_ui/record-table';
import type { FeedRow } from '@/db/queries/select-feed';
import { fetchWords, provenanceWords } from '@/lib/model/feed-words';
import { FeedButtons } from './feed-buttons';

export function FeedTableRow({ feed, time }: { feed: FeedRow; time: PageTime }) {
  return (
    <RecordRow name={<Name feed={feed} />}>
      <RecordCell wide>
        <FeedState feed={feed} time={time} />
      </RecordCell>
      <RecordCell label="Last answer">
        <LastAnswer feed={feed} time={time} />
      </RecordCell>
      <RecordCell label="Last new article">
        <When at={feed.lastNewArticleAt} time={time} />
      </RecordCell>
      <RecordCell label="Asked next">
        <NextPoll feed={feed} time={time} />
      </RecordCell>
      <RecordCell wide>
        <FeedButtons feed={feed} />
      </RecordCell>
    </RecordRow>
  );
}

function Name({ feed }: { feed: FeedRow }) {
  return (
    <>
      <DeskLink href={`/console/feeds/${feed.id}`} className="reach font-semibold">
        {feed.sourceName}
      </DeskLink>
      <span className="block text-12 break-all text-muted">{feed.url}</span>
      {!feed.proven && (
        <span className="block text-12 text-faint">Unproven: {provenanceWords(feed.provenance)}</span>
      )}
    </>
  );
}

/** What a failure said stands with the state already. */
function LastAnswer({ feed: { lastFetch }, time }: { feed: FeedRow; time: PageTime }) {
  if (!lastFetch) return '–';
  const isAnswer = lastFetch.outcome === 'fetched' || lastFetch.outcome === 'not-modified';
  return (
    <>
      <When at={lastFetch.startedAt} time={time} />
      <span className="block text-12 text-pretty text-muted">
        {isAnswer ? fetchWords(lastFetch) : 'failed'}
      </span>
    </>
  );
}
