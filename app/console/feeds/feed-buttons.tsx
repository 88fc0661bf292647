import { ActButton } from '@/app/_client/console/act-button';
import type { FeedRow } from '@/db/queries/select-feed';

/** What may be done with a feed in the state it is in. */
export function FeedButtons({ feed }: { feed: FeedRow }) {
  const of = `${feed.sourceName}, ${feed.url}`;
  if (feed.removedAt)
    return <ActButton value={`restore:${feed.id}`} label="Put back" pendingLabel="Putting back…" of={of} />;
  const isStopped = feed.state === 'paused' || feed.state === 'dead';
  return (
    <div className="flex gap-1.5 two:justify-end">
      <ActButton value={`refresh:${feed.id}`} label="Refresh" pendingLabel="Asking…" of={of} />
      {isStopped ? (
        <ActButton value={`resume:${feed.id}`} label="Resume" pendingLabel="Resuming…" of={of} />
      ) : (
        <ActButton value={`pause:${feed.id}`} label="Pause" pendingLabel="Pausing…" of={of} />
      )}
      <ActButton value={`remove:${feed.id}`} label="Remove" pendingLabel="Removing…" of={of} />
    </div>
  );
}
