import { and, eq, gt, inArray, isNull } from 'drizzle-orm';
import { database } from '@/db/client';
import { feeds } from '@/db/schema/feeds';
import { SECOND_MS } from '@/lib/core/time';
import type { FeedSettings } from '@/lib/model/feed-settings';
import type { FeedId } from '@/lib/model/ids';

/** Stores what an operator decided for a feed. A shorter interval counts from now on where all is well. */
export async function updateFeedSettings(id: FeedId, settings: FeedSettings, now: Date): Promise<boolean> {
  const { fixedIntervalSeconds, fullText, excerptChars, keepDays } = settings;
  return database().transaction(async (transaction) => {
    const changed = await transaction
      .update(feeds)
      .set({
        fixedIntervalSeconds: fixedIntervalSeconds ?? null,
        fullText,
        excerptChars,
        keepDays: keepDays ?? null,
        ...(fixedIntervalSeconds !== undefined && { intervalSeconds: fixedIntervalSeconds }),
      })
      .where(and(eq(feeds.id, id), isNull(feeds.removedAt)))
      .returning({ id: feeds.id });
    if (changed.length === 0) return false;
    if (fixedIntervalSeconds === undefined) return true;
    const soonest = new Date(now.getTime() + fixedIntervalSeconds * SECOND_MS);
    // A feed in trouble waits as long as its back-off, or its site, said.
    const isWell = and(inArray(feeds.state, ['well', 'late']), eq(feeds.failures, 0));
    await transaction
      .update(feeds)
      .set({ nextPollAt: soonest, pollReason: null })
      .where(and(eq(feeds.id, id), isWell, gt(feeds.nextPollAt, soonest)));
    return true;
  });
}
