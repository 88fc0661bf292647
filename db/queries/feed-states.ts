import { isNull } from 'drizzle-orm';
import { database } from '@/db/client';
import { feeds } from '@/db/schema/feeds';
import type { ReachableFeed } from '@/lib/model/outage';

/** The state of every feed in the catalogue, and nothing else of it: how much of the outside is reached. */
export async function readFeedStates(): Promise<readonly ReachableFeed[]> {
  return database()
    .select({ state: feeds.state, stateSince: feeds.stateSince })
    .from(feeds)
    .where(isNull(feeds.removedAt));
}
