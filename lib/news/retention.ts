import { setTimeout as wait } from 'node:timers/promises';
import { readFeedIds } from '@/db/queries/feed-ids';
import { readRetentionRules, type FeedRule } from '@/db/queries/retention-rules';
import { removeOldArticles, type ArticlePosition } from '@/db/writes/remove-old-articles';
import { trimFeedDays } from '@/db/writes/trim-feed-days';
import { trimFetchLog } from '@/db/writes/trim-fetch-log';
import { trimRefusedTags } from '@/db/writes/trim-refused-tags';
import { HOUR_MS, MINUTE_MS } from '@/lib/core/time';
import type { Clock } from '@/lib/system/clock';
import type { Logger } from '@/lib/system/log';
import type { NewsDesk } from './desk';

/** A start has enough to do. */
const FIRST_SWEEP_AFTER_MS = 2 * MINUTE_MS;
const SWEEP_EVERY_MS = HOUR_MS;
/** Small enough that no page waits for a batch, with a rest after each. */
const ARTICLES_PER_BATCH = 100;
const LOG_LINES_PER_BATCH = 1_000;
const REFUSALS_PER_BATCH = 5_000;
const REST_MS = 50;

export interface RetentionParts {
  readonly clock: Clock;
  readonly log: Logger;
  readonly desk: Pick<NewsDesk, 'oneByOne' | 'forget'>;
}

export interface Swept {
  readonly articles: number;
  readonly fetches: number;
  readonly feedDays: number;
  readonly refusals: number;
}

/** Removes what is older than the operator keeps, every hour, for as long as it runs. */
export function startRetention(parts: RetentionParts): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = sweepForEver(parts, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

async function sweepForEver(parts: RetentionParts, signal: AbortSignal): Promise<void> {
  let pause = FIRST_SWEEP_AFTER_MS;
  for (;;) {
    await wait(pause, undefined, { signal, ref: false }).catch(() => undefined);
    if (signal.aborted) return;
    try {
      const swept = await sweep(parts, signal);
      parts.log[swept.articles > 0 ? 'info' : 'debug'](swept, 'Old articles and log lines were removed');
    } catch (error) {
      parts.log.error({ err: error }, 'Old articles could not be removed; they are tried again in an hour');
    }
    pause = SWEEP_EVERY_MS;
  }
}

/** One round over everything. What a story needs stays, see `removeOldArticles`. */
export async function sweep(parts: RetentionParts, signal?: AbortSignal): Promise<Swept> {
  const rules = await readRetentionRules();
  let [articles, fetches] = [0, 0];
  for (const rule of rules.feeds) articles += await sweepFeed(rule, parts, signal);
  for (const feedId of await readFeedIds()) {
    if (signal?.aborted) break;
    const { keepFetchesDays: keepDays } = rules;
    fetches += await trimFetchLog(feedId, { keepDays, limit: LOG_LINES_PER_BATCH }, parts.clock());
  }
  const refusals = await sweepRefusals(parts, signal);
  return { articles, fetches, feedDays: await trimFeedDays(parts.clock()), refusals };
}

async function sweepRefusals({ clock }: RetentionParts, signal: AbortSignal | undefined): Promise<number> {
  let count = 0;
  for (;;) {
    const removed = signal?.aborted ? 0 : await trimRefusedTags(clock(), REFUSALS_PER_BATCH);
    count += removed;
    if (removed < REFUSALS_PER_BATCH) return count;
    await wait(REST_MS);
  }
}

async function sweepFeed(
  rule: FeedRule,
  { clock, desk }: RetentionParts,
  signal: AbortSignal | undefined,
): Promise<number> {
  let [count, after]: [number, ArticlePosition | undefined] = [0, undefined];
  do {
    if (signal?.aborted) break;
    // Between two batches of news: nothing is placed beside an article that is just going.
    const { removed, next } = await desk.oneByOne(async () => {
      const batch = await removeOldArticles({ ...rule, after, limit: ARTICLES_PER_BATCH }, clock());
      await desk.forget(batch.removed);
      return batch;
    });
    count += removed.length;
    after = next;
    if (removed.length > 0) await wait(REST_MS);
  } while (after);
  return count;
}
