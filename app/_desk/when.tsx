import { Ago } from '@/app/_client/time/ago';
import type { PageTime } from './page-time';
import { formatMoment } from '@/lib/core/format-time';

/** How long ago, with the moment in full behind it; an en dash for never. */
export function When({ at, time }: { at: Date | undefined; time: PageTime }) {
  if (!at) return '–';
  return <Ago at={at} now={time.now} moment={formatMoment(at, time.zone)} />;
}
