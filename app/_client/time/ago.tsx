'use client';

import { formatAgo } from '@/lib/core/format-time';
import { useServerNow } from './server-now';

interface AgoProps {
  readonly at: Date;
  /** The server's time when it wrote the page. */
  readonly now: Date;
  /** The moment in full, with its zone. */
  readonly moment: string;
}

/** `12 min ago`, and it keeps counting. */
export function Ago({ at, now, moment }: AgoProps) {
  return (
    <time dateTime={at.toISOString()} title={moment}>
      {formatAgo(at, useServerNow(now))}
    </time>
  );
}
