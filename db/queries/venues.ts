import { database } from '@/db/client';
import { venues } from '@/db/schema/market';
import { VENUE_IDS } from '@/lib/model/ids';
import type { VenueStatus } from '@/lib/model/venue';

/** How each venue is doing, as last written down; one that was never asked is missing. */
export async function readVenues(): Promise<readonly VenueStatus[]> {
  const rows = await database().select().from(venues);
  return VENUE_IDS.flatMap((id) => {
    const row = rows.find((venue) => venue.id === id);
    if (!row) return [];
    const { state, since, reconnects } = row;
    const reason = row.reason ?? undefined;
    return { venue: id, state, since, reason, lastDataAt: row.lastDataAt ?? undefined, reconnects };
  });
}
