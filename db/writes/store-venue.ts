import { database } from '@/db/client';
import { venues } from '@/db/schema/market';
import type { VenueStatus } from '@/lib/model/venue';

/** Keeps how a venue is doing. */
export async function storeVenue({ venue, ...status }: VenueStatus): Promise<void> {
  const row = { ...status, reason: status.reason ?? null, lastDataAt: status.lastDataAt ?? null };
  await database()
    .insert(venues)
    .values({ id: venue, ...row })
    .onConflictDoUpdate({ target: venues.id, set: row });
}
