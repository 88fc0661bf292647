import { Ago } from '@/app/_client/time/ago';
import type { PageTime } from './page-time';
import { formatMoment } from '@/lib/core/format-time';
import { formatDuration } from '@/lib/core/time';

interface WhenProps {
  readonly at: Date | undefined;
  readonly time: PageTime;
  /** The age alone, where a word such as "since" stands before it. */
  readonly bare?: boolean;
}

/** How long ago, with the moment in full behind it; an en dash for never. */
export function When({ at, time, bare = false }: WhenProps) {
  if (!at) return '–';
  const moment = formatMoment(at, time.zone);
  if (!bare) return <Ago at={at} now={time.now} moment={moment} />;
  return (
    <time dateTime={at.toISOString()} title={moment}>
      {formatDuration(time.now.getTime() - at.getTime())}
    </time>
  );
}
