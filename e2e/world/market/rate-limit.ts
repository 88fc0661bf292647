import { SECOND_MS } from '@/lib/core/time';

/** Asks whether one more is allowed: at most `limit` in any second of real time. */
export function limitPerSecond(limit: number): () => boolean {
  let recent: number[] = [];
  return () => {
    const now = performance.now();
    recent = [...recent.filter((at) => at > now - SECOND_MS), now];
    return recent.length <= limit;
  };
}
