import type { Prices } from '@/e2e/world/market/prices';
import type { VenueStream } from '@/e2e/world/market/stream';
import type { VenueParts } from '@/e2e/world/market/venue-parts';
import type { Answer } from '@/e2e/world/answer';
import type { OutletParts } from '@/e2e/world/outlets/outlet-parts';
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
  readonly advance: (ms: number) => void;
}
