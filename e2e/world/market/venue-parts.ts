import type { Listing } from './listings';
import type { VenueFaults } from './venue-faults';
import type { VenueMarket } from './venue-market';

/** What a venue's stream and REST interface are made of. */
export interface VenueParts {
  readonly listings: readonly Listing[];
  readonly market: VenueMarket;
  readonly faults: VenueFaults;
  readonly now: () => number;
}
