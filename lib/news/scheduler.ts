import { claimDueFeeds, claimFeed } from '@/db/writes/claim-due-feeds';
import { releaseFeed } from '@/db/writes/release-feed';
import { SECOND_MS } from '@/lib/core/time';
import type { FeedToPoll } from '@/lib/model/feed';
import type { FeedId } from '@/lib/model/ids';
import { newsDesk } from './desk';
import { limitPerHost } from './fetch/limit-per-host';
import { pollFeed, type NewsParts, type PollResult } from './pipeline';

const TICK_MS = SECOND_MS;
const MAX_POLLS_AT_ONCE = 8;
const STOP_WITHIN_MS = 10 * SECOND_MS;

export type NewsSettings = Omit<NewsParts, 'desk'>;

/** Asks every feed when its time has come, for as long as it runs. One bad feed never stops a round. */
export async function startNews(settings: NewsSettings): Promise<{ stop(): Promise<void> }> {
  const http = limitPerHost(settings.http);
  const parts: NewsParts = { ...settings, http, desk: await newsDesk(settings.clock()) };
  const running = new Set<Promise<void>>();
  let claiming: Promise<void> | undefined;

  const claim = async (): Promise<void> => {
    const free = MAX_POLLS_AT_ONCE - running.size;
    if (free <= 0) return;
    for (const feed of await claimDueFeeds(settings.clock(), free)) {
      const poll = pollSafely(feed, parts).finally(() => running.delete(poll));
      running.add(poll);
    }
  };
  const tick = (): void => {
    claiming ??= claim()
      .catch((error: unknown) => settings.log.error({ err: error }, 'Due feeds could not be claimed'))
      .finally(() => (claiming = undefined));
  };
  tick();
  const timer = setInterval(tick, TICK_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await claiming;
      const patience = new Promise((resolve) => setTimeout(resolve, STOP_WITHIN_MS).unref());
      await Promise.race([Promise.all(running), patience]);
    },
  };
}

/**
 * Asks one feed out of its turn, through the same pipeline.
 * @returns `undefined` while another poll of it is under way.
 */
export async function pollFeedNow(feedId: FeedId, settings: NewsSettings): Promise<PollResult | undefined> {
  const feed = await claimFeed(feedId, settings.clock());
  if (!feed) return undefined;
  return pollLeased(feed, { ...settings, desk: await newsDesk(settings.clock()) });
}

async function pollSafely(feed: FeedToPoll, parts: NewsParts): Promise<void> {
  try {
    const { record, revised } = await pollLeased(feed, parts);
    const { outcome, items, newArticles, message } = record;
    const level = (newArticles ?? 0) > 0 ? 'info' : 'debug';
    parts.log[level](
      { source: feed.source.id, outcome, items, newArticles, revised, message },
      'Feed polled',
    );
  } catch (error) {
    parts.log.error(
      { err: error, source: feed.source.id, url: feed.url },
      'A poll failed for a reason of our own',
    );
  }
}

async function pollLeased(feed: FeedToPoll, parts: NewsParts): Promise<PollResult> {
  try {
    return await pollFeed(feed, parts);
  } catch (error) {
    await releaseFeed(feed.id, parts.clock());
    throw error;
  }
}
