import { formatMoment } from '@/lib/core/format-time';

/** A moment in full, with its zone. */
export function Moment({ at, zone }: { at: Date; zone: string }) {
  return <time dateTime={at.toISOString()}>{formatMoment(at, zone)}</time>;
}
