import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { feedDays, feedDocuments, feeds, fetches } from '@/db/schema/feeds';
import type { FetchRecord } from '@/lib/model/fetch-record';

/**
 * Writes the log line of a fetch, its day in the politeness ledger, what the feed holds now and what it all means
 * for the feed, and gives the feed back for its next turn.
 */
export async function recordFetch(record: FetchRecord): Promise<void> {
  await database().transaction(async (transaction) => {
    await writeLogLine(transaction, record);
    await countDay(transaction, record);
    await keepDocument(transaction, record);
    await updateFeed(transaction, record);
    if (record.isMoveAdopted) await moveFeed(transaction, record);
  });
}

async function writeLogLine(transaction: Transaction, record: FetchRecord): Promise<void> {
  await transaction.insert(fetches).values({
    feedId: record.feedId,
    startedAt: record.startedAt,
    durationMs: record.durationMs,
    outcome: record.outcome,
    httpStatus: record.httpStatus,
    trigger: record.trigger,
    bytes: record.bytes,
    wireBytes: record.wireBytes,
    savedBytes: record.savedBytes,
    retryAfterSeconds: record.retryAfterSeconds,
    tier: record.tier,
    items: record.items,
    newArticles: record.newArticles,
    revisedArticles: record.revisedArticles,
    message: record.message,
  });
}

async function countDay(transaction: Transaction, record: FetchRecord): Promise<void> {
  const day = record.startedAt.toISOString().slice(0, 10);
  const counted = toCounts(record);
  await transaction
    .insert(feedDays)
    .values({ feedId: record.feedId, day, ...counted })
    .onConflictDoUpdate({
      target: [feedDays.feedId, feedDays.day],
      set: {
        polls: sql`${feedDays.polls} + ${counted.polls}`,
        notModified: sql`${feedDays.notModified} + ${counted.notModified}`,
        unchanged: sql`${feedDays.unchanged} + ${counted.unchanged}`,
        failed: sql`${feedDays.failed} + ${counted.failed}`,
        retryAfters: sql`${feedDays.retryAfters} + ${counted.retryAfters}`,
        wireBytes: sql`${feedDays.wireBytes} + ${counted.wireBytes}`,
        savedBytes: sql`${feedDays.savedBytes} + ${counted.savedBytes}`,
        newArticles: sql`${feedDays.newArticles} + ${counted.newArticles}`,
        revisedArticles: sql`${feedDays.revisedArticles} + ${counted.revisedArticles}`,
      },
    });
}

function toCounts(record: FetchRecord) {
  const { outcome, trigger, wireBytes = 0, bytes = wireBytes } = record;
  return {
    // What a hub sends was not asked for.
    polls: Number(trigger !== 'push'),
    notModified: Number(outcome === 'not-modified'),
    unchanged: Number(record.isUnchanged),
    failed: Number(outcome !== 'fetched' && outcome !== 'not-modified'),
    retryAfters: Number(record.retryAfterSeconds !== undefined),
    wireBytes,
    savedBytes: (record.savedBytes ?? 0) + Math.max(0, bytes - wireBytes),
    newArticles: record.newArticles ?? 0,
    revisedArticles: record.revisedArticles ?? 0,
  };
}

async function keepDocument(transaction: Transaction, record: FetchRecord): Promise<void> {
  if (!record.document) return;
  await transaction
    .insert(feedDocuments)
    .values({ feedId: record.feedId, ...record.document })
    .onConflictDoUpdate({ target: feedDocuments.feedId, set: record.document });
}

async function updateFeed(transaction: Transaction, record: FetchRecord): Promise<void> {
  await transaction
    .update(feeds)
    .set({ leasedUntil: null, ...toPlan(record), ...toHealth(record), ...toHarvest(record) })
    .where(eq(feeds.id, record.feedId));
}

function toPlan(record: FetchRecord) {
  return {
    nextPollAt: record.nextPollAt,
    pollReason: record.pollReason,
    intervalSeconds: record.intervalSeconds,
    announcedIntervalSeconds: record.announcedIntervalSeconds ?? null,
    movedTo: record.movedTo ?? null,
    movedSeen: record.movedSeen,
  };
}

function toHealth(record: FetchRecord) {
  const finishedAt = finishOf(record);
  // An operator may have paused the feed meanwhile: that stays, with the reason given.
  const isPaused = sql`${feeds.state} = 'paused'`;
  return {
    lastFetchAt: finishedAt,
    failures: record.failures,
    findings: record.findings,
    state: sql`case when ${isPaused} then 'paused' else ${record.state} end`,
    stateReason: sql`case when ${isPaused} then ${feeds.stateReason} else ${record.stateReason ?? null} end`,
    stateSince: sql`case when ${feeds.state} in ('paused', ${record.state}) then ${feeds.stateSince} else ${finishedAt} end`,
    ...(record.failures === 0 && { lastSuccessAt: finishedAt }),
  };
}

/** What came of it that outlasts the next poll. */
function toHarvest(record: FetchRecord) {
  return {
    ...((record.items ?? 0) > 0 && { proven: true }),
    ...((record.newArticles ?? 0) > 0 && { lastNewArticleAt: finishOf(record) }),
    ...(record.rhythm && { rhythm: record.rhythm }),
    ...(record.validators && {
      etag: record.validators.etag ?? null,
      lastModified: record.validators.lastModified ?? null,
      validatorsUrl: record.validators.url,
    }),
  };
}

/** Asks the feed at its new address from now on; where that is another feed of the desk, this one has ended. */
async function moveFeed(transaction: Transaction, record: FetchRecord): Promise<void> {
  const url = record.movedTo;
  if (url === undefined) return;
  const [other] = await transaction
    .select({ id: feeds.id })
    .from(feeds)
    .where(and(eq(feeds.url, url), ne(feeds.id, record.feedId), isNull(feeds.removedAt)));
  const forgotten = { movedTo: null, movedSeen: 0 };
  const change = other
    ? {
        state: 'dead' as const,
        stateReason: `It has moved for good to ${url}, which is another feed of this desk: it is asked there.`,
        stateSince: finishOf(record),
      }
    : { url, movedFrom: sql`array_append(${feeds.movedFrom}, ${feeds.url})` };
  await transaction
    .update(feeds)
    .set({ ...change, ...forgotten })
    .where(eq(feeds.id, record.feedId));
}

function finishOf(record: FetchRecord): Date {
  return new Date(record.startedAt.getTime() + record.durationMs);
}

type Transaction = Parameters<Parameters<ReturnType<typeof database>['transaction']>[0]>[0];
