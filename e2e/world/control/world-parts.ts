import type { Prices } from '@/e2e/world/market/prices';
import type { VenueStream } from '@/e2e/world/market/stream';
import type { VenueParts } from '@/e2e/world/market/venue-parts';
import type { Answer } from '@/e2e/world/answer';
import type { OutletParts } from '@/e2e/world/outlets/outlet-parts';
import { LAB_OUTLETS } from '@/e2e/world/lab/lab-outlets';
import { NO_STREET, type LabStreet } from '@/e2e/world/lab/lab-street';
import { OUTLETS, type Outlet } from '@/e2e/world/news/outlets';
import type { VenueId } from '@/lib/model/ids';

/** One exchange: what it knows, who listens, and what it answers. */
export interface Venue extends VenueParts {
  readonly id: VenueId;
  readonly stream: VenueStream;
  readonly rest: (path: URL) => Answer;
}

/** Everything there is. */
export interface World extends OutletParts {
  readonly seed: number;
  readonly venues: readonly Venue[];
  readonly prices: Prices;
  readonly lab: LabStreet;
  readonly advance: (ms: number) => void;
}

/** The outlets of a world: those of its lab only where it is open. */
export function outletsOf({ lab }: World): readonly Outlet[] {
  return lab === NO_STREET ? OUTLETS : [...OUTLETS, ...LAB_OUTLETS];
}

/** Where an outlet is: most share the world's own address. */
export function originOf(slug: string, { lab, origin }: World): string {
  return lab.originOf(slug) ?? origin;
}
