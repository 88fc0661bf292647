import { notInArray } from 'drizzle-orm';
import { database } from '@/db/client';
import { venues } from '@/db/schema/market';
import type { VenueId } from '@/lib/model/ids';

/** Drops the status of venues the desk does not listen to: an old "up" would be a lie. */
export async function forgetVenuesExcept(listenedTo: readonly VenueId[]): Promise<void> {
  await database()
    .delete(venues)
    .where(notInArray(venues.id, [...listenedTo]));
}
