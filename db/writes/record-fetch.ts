import { eq, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { feeds, fetches } from '@/db/schema/feeds';
import type { FetchRecord } from '@/lib/model/fetch-record';

/** Writes the log line of a fetch and what it means for the feed, and gives the feed back for its next turn. */
export async function recordFetch(record: FetchRecord): Promise<void> {
  const finishedAt = new Date(record.startedAt.getTime() + record.durationMs);
  const answered = record.outcome === 'fetched' || record.outcome === 'not-modified';
  await database().transaction(async (transaction) => {
    await transaction.insert(fetches).values({
      feedId: record.feedId,
      startedAt: record.startedAt,
      durationMs: record.durationMs,
      outcome: record.outcome,
      httpStatus: record.httpStatus,
      bytes: record.bytes,
      items: record.items,
      newArticles: record.newArticles,
      message: record.message,
    });
    await transaction
      .update(feeds)
      .set({
        leasedUntil: null,
        lastFetchAt: finishedAt,
        nextPollAt: record.nextPollAt,
        failures: record.failures,
        // An operator may have paused the feed meanwhile: that stays.
        state: sql`case when ${feeds.state} = 'paused' then 'paused' else ${record.state} end`,
        stateReason: answered ? null : record.message,
        stateSince: sql`case when ${feeds.state} in ('paused', ${record.state}) then ${feeds.stateSince} else ${finishedAt} end`,
        ...(answered && { lastSuccessAt: finishedAt }),
        ...((record.items ?? 0) > 0 && { proven: true }),
        ...((record.newArticles ?? 0) > 0 && { lastNewArticleAt: finishedAt }),
        ...(record.validators && {
          etag: record.validators.etag ?? null,
          lastModified: record.validators.lastModified ?? null,
        }),
      })
      .where(eq(feeds.id, record.feedId));
  });
}
