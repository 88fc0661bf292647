import { eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { feeds } from '@/db/schema/feeds';
import type { FeedId } from '@/lib/model/ids';
import type { Rhythm } from '@/lib/model/rhythm';

/** When a feed publishes, as far as that has been learnt. */
export async function readFeedRhythm(feedId: FeedId): Promise<Rhythm | undefined> {
  const [row] = await database().select({ rhythm: feeds.rhythm }).from(feeds).where(eq(feeds.id, feedId));
  return row?.rhythm ?? undefined;
}
