'use client';

import { useEverySecond } from '@/app/_client/live/use-quote';
import { formatAgo } from '@/lib/core/format-time';

interface AgoProps {
  readonly at: Date;
  /** The server's time when it wrote the page. */
  readonly now: Date;
  /** The moment in full, with its zone. */
  readonly moment: string;
}

/** `12 min ago`, and it keeps counting, by the server's clock. */
export function Ago({ at, now, moment }: AgoProps) {
  const words = useEverySecond((nowMs) => formatAgo(at, new Date(nowMs)), formatAgo(at, now));
  return (
    <time dateTime={at.toISOString()} title={moment}>
      {words}
    </time>
  );
}
