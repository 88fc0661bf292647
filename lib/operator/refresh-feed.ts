import { readFeed } from '@/db/queries/feeds';
import { readFeedArrivals, type Arrival } from '@/db/queries/feed-arrivals';
import { processBus } from '@/lib/live/bus/memory';
import type { FeedId } from '@/lib/model/ids';
import type { FetchSummary } from '@/lib/model/feed-words';
import { pollFeedNow, type NewsSettings } from '@/lib/news/scheduler';
import { systemClock } from '@/lib/system/clock';
import { readEnv } from '@/lib/system/env';
import { processHttp } from '@/lib/system/http';
import { createLog } from '@/lib/system/log';
import { singleton } from '@/lib/system/singleton';

const MAX_ARRIVALS = 8;

export type RefreshResult =
  | {
      readonly kind: 'refreshed';
      readonly sourceName: string;
      readonly fetch: FetchSummary;
      /** Articles that came with this poll, the newest first. */
      readonly arrivals: readonly Arrival[];
    }
  /** A poll of it is under way already. */
  | { readonly kind: 'busy'; readonly sourceName: string }
  | { readonly kind: 'missing' };

/** Asks a feed now, through the pipeline that asks it otherwise, and tells what came. */
export async function refreshFeed(
  id: FeedId,
  settings: NewsSettings = processNewsSettings(),
): Promise<RefreshResult> {
  const feed = await readFeed(id);
  if (!feed || feed.removedAt) return { kind: 'missing' };
  const { sourceName } = feed;
  const poll = await pollFeedNow(id, settings);
  if (!poll) return { kind: 'busy', sourceName };
  const { record } = poll;
  const arrivals = record.newArticles ? await readFeedArrivals(id, record.startedAt, MAX_ARRIVALS) : [];
  return { kind: 'refreshed', sourceName, fetch: record, arrivals };
}

function processNewsSettings(): NewsSettings {
  return singleton('operator-news-settings', () => {
    const env = readEnv();
    return { bus: processBus(), clock: systemClock, log: createLog(env), http: processHttp(env) };
  });
}
