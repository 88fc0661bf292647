import { tokenById } from '@/e2e/world/market/tokens';
import { seedOf } from '@/e2e/world/chance';
import { MINUTE_MS } from '@/lib/core/time';
import { PINNED_EVENTS, type PinnedEvent } from './kinds/pinned';
import { outletBySlug, type Outlet } from './outlets';
import type { WorldEvent } from './timeline';

/** A world that starts again within this time dates them the same. */
const ROUND_TO_MS = 10 * MINUTE_MS;

/** The events every start tells, dated shortly before it. They keep their ids, so no start tells them twice. */
export function pinnedEvents(seed: number, startMs: number): readonly WorldEvent[] {
  const base = Math.floor(startMs / ROUND_TO_MS) * ROUND_TO_MS;
  return PINNED_EVENTS.map(({ kind, minutesAgo }) => {
    const [named] = kind.tokens ?? [];
    return {
      id: kind.id,
      at: base - minutesAgo * MINUTE_MS,
      kind,
      token: typeof named === 'object' ? tokenById(named.id) : undefined,
      seed: seedOf(seed, kind.id),
    };
  });
}

/** Who tells a pinned event, in order; `undefined` for any other event. */
export function pinnedOutlets(event: WorldEvent): readonly Outlet[] | undefined {
  const pinned: PinnedEvent | undefined = PINNED_EVENTS.find(({ kind }) => kind === event.kind);
  return pinned?.outlets.map(outletBySlug).filter((outlet) => outlet !== undefined);
}
