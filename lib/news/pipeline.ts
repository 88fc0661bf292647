import { findKnownArticles, type KnownArticle } from '@/db/queries/known-articles';
import { recordFetch } from '@/db/writes/record-fetch';
import { reviseArticle } from '@/db/writes/revise-article';
import { storeArticle } from '@/db/writes/store-article';
import { DAY_MS } from '@/lib/core/time';
import type { Bus } from '@/lib/live/bus/bus';
import type { Article } from '@/lib/model/article';
import type { FeedToPoll } from '@/lib/model/feed';
import type { FetchRecord } from '@/lib/model/fetch-record';
import type { Clock } from '@/lib/system/clock';
import type { Http } from '@/lib/system/http';
import type { Logger } from '@/lib/system/log';
import type { NewsDesk } from './desk';
import { fetchFeed } from './fetch/fetch-feed';
import { readArticles } from './read-articles';
import { toFetchRecord, type Intake } from './to-fetch-record';
import { toNewsEvent } from './to-news-event';

const NEWS_UP_TO_MS = DAY_MS;

export interface NewsParts {
  readonly bus: Bus;
  readonly clock: Clock;
  readonly log: Logger;
  readonly http: Http;
  readonly desk: NewsDesk;
}

export interface PollResult {
  readonly record: FetchRecord;
  readonly revised: number;
}

/** Asks one feed and takes in what it has: fetch → read → tag → place → store → publish → record. */
export async function pollFeed(feed: FeedToPoll, parts: NewsParts): Promise<PollResult> {
  const startedAt = parts.clock();
  const fetched = await fetchFeed(parts.http, feed, { now: startedAt });
  const reading = fetched.kind === 'fetched' ? await readArticles(fetched, feed, parts.clock()) : undefined;
  const intake = reading?.kind === 'articles' ? await takeIn(reading.articles, feed, parts) : NOTHING;
  const record = toFetchRecord({ feed, startedAt, now: parts.clock(), fetched, reading, intake });
  await recordFetch(record);
  return { record, revised: intake.revised };
}

/** An article that cannot be stored never costs the others; it is asked for again the next time. */
async function takeIn(fresh: readonly Article[], feed: FeedToPoll, parts: NewsParts): Promise<Intake> {
  const known = await findKnownArticles(feed.source.id, fresh);
  const intake = { ...NOTHING };
  for (const article of fresh) {
    try {
      intake[await takeInOne(article, known.get(article), { feed, parts })] += 1;
    } catch (error) {
      intake.failed += 1;
      parts.log.error({ err: error, source: feed.source.id, url: article.url }, 'An article was not stored');
    }
  }
  return intake;
}

async function takeInOne(
  article: Article,
  known: KnownArticle | undefined,
  { feed, parts }: { readonly feed: FeedToPoll; readonly parts: NewsParts },
): Promise<keyof Intake> {
  if (!known) return (await takeInNew(article, feed, parts)) ? 'stored' : 'unchanged';
  if (known.feedId !== feed.id || known.contentHash === article.contentHash) return 'unchanged';
  const { clock, desk } = parts;
  const revised = desk.tag(article, feed.source);
  await reviseArticle(known.articleId, revised, { now: clock(), linkerVersion: desk.linkerVersion });
  await desk.recall(known.articleId);
  return 'revised';
}

/** One at a time in the whole process: two reports of one event must find each other. */
function takeInNew(article: Article, feed: FeedToPoll, { bus, clock, desk }: NewsParts): Promise<boolean> {
  return desk.oneByOne(async () => {
    const now = clock();
    const tagged = desk.tag(article, feed.source);
    const { placement, neighbours } = await desk.place(tagged, feed.source, now);
    const stored = await storeArticle(tagged, { feed, placement, linkerVersion: desk.linkerVersion });
    if (stored.kind === 'known') return false;
    await desk.remember(stored.articleId, placement, neighbours);
    if (isNews(article, now)) {
      bus.publish('news', toNewsEvent({ article: tagged, stored, placement, source: feed.source }));
    }
    return true;
  });
}

/** A feed just added brings its archive along; nobody at an open page wants that as news. */
function isNews(article: Article, now: Date): boolean {
  return now.getTime() - (article.claimedAt ?? article.firstSeenAt).getTime() < NEWS_UP_TO_MS;
}

const NOTHING: Intake = { stored: 0, revised: 0, unchanged: 0, failed: 0 };
