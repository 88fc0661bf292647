import { formatMoment, formatSince } from '@/lib/core/format-time';
import { formatDuration } from '@/lib/core/time';
import type { PageTime } from './page-time';

/** Since when something is so, and how long that is; the moment in full behind it. */
export function Since({ at, time }: { at: Date; time: PageTime }) {
  return (
    <>
      since{' '}
      <time dateTime={at.toISOString()} title={formatMoment(at, time.zone)}>
        {formatSince(at, time.zone, time.now)} ({formatDuration(time.now.getTime() - at.getTime())})
      </time>
    </>
  );
}
