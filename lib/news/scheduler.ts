import { availableParallelism } from 'node:os';
import { claimDueFeeds, claimFeed } from '@/db/writes/claim-due-feeds';
import { releaseFeed } from '@/db/writes/release-feed';
import { SECOND_MS } from '@/lib/core/time';
import type { FeedToPoll } from '@/lib/model/feed';
import type { FeedId } from '@/lib/model/ids';
import { newsDesk } from './desk';
import { limitPerHost } from './fetch/limit-per-host';
import { startFullText } from './full-text';
import { pollFeed, takeInPush, type NewsParts, type PollResult, type PushedDocument } from './pipeline';
import { newsReader } from './reader';
import { startRetention } from './retention';
import { startWebSub } from './start-websub';

const TICK_MS = SECOND_MS;
/** Most of a poll is waiting for a stranger's server: so many at once that slow ones hold nobody up. */
const POLLS_PER_CORE = 16;
const MAX_POLLS_AT_ONCE = 64;
/** Feeds are claimed this many at a time while more are due: each claim asks the database four things. */
const CLAIM_AT_LEAST = 8;
const STOP_WITHIN_MS = 10 * SECOND_MS;

export type NewsSettings = Omit<NewsParts, 'desk' | 'reader'>;

/** Asks every feed when its time has come, for as long as it runs. One bad feed never stops a round. */
export async function startNews(settings: NewsSettings): Promise<{ stop(): Promise<void> }> {
  const parts = await toParts({ ...settings, http: limitPerHost(settings.http, settings.clock) });
  const round = startRound(parts);
  const fullText = startFullText(parts);
  const hubs = startWebSub(parts);
  const retention = startRetention(parts);
  round.claim();
  const timer = setInterval(round.claim, TICK_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await Promise.all([round.end(), fullText.stop(), hubs.stop(), retention.stop()]);
    },
  };
}

/** The polls under way. While more feeds are due than there was room for, an ended poll makes room for the next. */
function startRound(parts: NewsParts): { claim(): void; end(): Promise<void> } {
  const atOnce = Math.min(MAX_POLLS_AT_ONCE, POLLS_PER_CORE * availableParallelism());
  const running = new Set<Promise<void>>();
  let claiming: Promise<void> | undefined;
  let areMoreDue = false;
  let isEnding = false;

  const claimFree = async (): Promise<void> => {
    const free = atOnce - running.size;
    if (free <= 0) return;
    const due = await claimDueFeeds(parts.clock(), free);
    areMoreDue = due.length === free;
    for (const feed of due) {
      const poll = pollSafely(feed, parts).finally(() => {
        running.delete(poll);
        if (areMoreDue && atOnce - running.size >= CLAIM_AT_LEAST) claim();
      });
      running.add(poll);
    }
  };
  const claim = (): void => {
    if (isEnding) return;
    claiming ??= claimFree()
      .catch((error: unknown) => parts.log.error({ err: error }, 'Due feeds could not be claimed'))
      .finally(() => (claiming = undefined));
  };
  return {
    claim,
    end: async () => {
      isEnding = true;
      await claiming;
      const patience = new Promise((resolve) => setTimeout(resolve, STOP_WITHIN_MS).unref());
      await Promise.race([Promise.all(running), patience]);
    },
  };
}

/**
 * Asks one feed out of its turn, for somebody at the console, through the same pipeline.
 * @returns `undefined` while another poll of it is under way, or its host has enough to do with us.
 */
export async function pollFeedNow(feedId: FeedId, settings: NewsSettings): Promise<PollResult | undefined> {
  const feed = await claimFeed(feedId, settings.clock());
  if (!feed) return undefined;
  const parts = await toParts(settings);
  return releasing(feed, parts, () => pollFeed(feed, parts, 'operator'));
}

/**
 * Takes in a document that a hub sent for a feed.
 * @returns `undefined` while a poll of it is under way: what was sent is in the next answer too.
 */
export async function takePush(
  feedId: FeedId,
  document: PushedDocument,
  settings: NewsSettings,
): Promise<PollResult | undefined> {
  const feed = await claimFeed(feedId, settings.clock());
  if (!feed) return undefined;
  const parts = await toParts(settings);
  return releasing(feed, parts, () => takeInPush(feed, document, parts));
}

async function toParts(settings: NewsSettings): Promise<NewsParts> {
  const [desk, reader] = await Promise.all([newsDesk(settings.clock()), newsReader()]);
  return { ...settings, desk, reader };
}

async function pollSafely(feed: FeedToPoll, parts: NewsParts): Promise<void> {
  try {
    const poll = await releasing(feed, parts, () => pollFeed(feed, parts));
    if (!poll) return;
    const { record, revised } = poll;
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

/** A poll that breaks off for a reason of our own gives its feed back. */
async function releasing<T>(feed: FeedToPoll, { clock }: NewsParts, poll: () => Promise<T>): Promise<T> {
  try {
    return await poll();
  } catch (error) {
    await releaseFeed(feed.id, clock());
    throw error;
  }
}
