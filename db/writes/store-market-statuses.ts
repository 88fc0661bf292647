import { and, eq, inArray, ne } from 'drizzle-orm';
import { database } from '@/db/client';
import { markets } from '@/db/schema/market';
import type { VenueId } from '@/lib/model/ids';
import type { Market } from '@/lib/model/venue';

/** Notes which symbols of a venue trade. A market in quarantine stays there until somebody lets it out. */
export async function storeMarketStatuses(
  venue: VenueId,
  statuses: ReadonlyMap<string, Exclude<Market['status'], 'quarantined'>>,
): Promise<void> {
  await database().transaction(async (transaction) => {
    for (const status of ['trading', 'halted', 'delisted'] as const) {
      const symbols = [...statuses].flatMap(([symbol, found]) => (found === status ? [symbol] : []));
      await transaction
        .update(markets)
        .set({ status })
        .where(
          and(eq(markets.venue, venue), inArray(markets.symbol, symbols), ne(markets.status, 'quarantined')),
        );
    }
  });
}
