import { findKnownArticles } from '@/db/queries/known-articles';
import { recordFetch } from '@/db/writes/record-fetch';
import { reviseArticle } from '@/db/writes/revise-article';
import { storeArticle } from '@/db/writes/store-article';
import type { Bus } from '@/lib/live/bus/bus';
import type { Article } from '@/lib/model/article';
import type { FeedToPoll } from '@/lib/model/feed';
import type { FetchRecord } from '@/lib/model/fetch-record';
import type { Clock } from '@/lib/system/clock';
import type { Http } from '@/lib/system/http';
import type { Logger } from '@/lib/system/log';
import type { NewsDesk } from './desk';
import { fetchFeed, type FetchResult } from './fetch/fetch-feed';
import { planNextPoll } from './plan-next-poll';
import { readArticles, type Reading } from './read-articles';
import { toNewsEvent } from './to-news-event';

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
  const reading = fetched.kind === 'fetched' ? await readArticles(fetched, feed, startedAt) : undefined;
  const intake = reading?.kind === 'articles' ? await takeIn(reading.articles, feed, parts) : NOTHING;
  const record = toRecord({ feed, startedAt, now: parts.clock(), fetched, reading, intake });
  await recordFetch(record);
  return { record, revised: intake.revised };
}

async function takeIn(fresh: readonly Article[], feed: FeedToPoll, parts: NewsParts): Promise<Intake> {
  const known = await findKnownArticles(feed.source.id, fresh);
  const intake = { stored: 0, revised: 0 };
  for (const article of fresh) {
    const earlier = known.get(article);
    if (!earlier && (await takeInNew(article, feed, parts))) intake.stored += 1;
    if (!earlier || earlier.contentHash === article.contentHash) continue;
    await reviseArticle(earlier.articleId, article, parts.clock());
    intake.revised += 1;
  }
  return intake;
}

/** One at a time in the whole process: two reports of one event must find each other. */
function takeInNew(article: Article, feed: FeedToPoll, { bus, clock, desk }: NewsParts): Promise<boolean> {
  return desk.oneByOne(async () => {
    const tagged = desk.tag(article, feed.source);
    const { placement, neighbours } = await desk.place(tagged, feed.source, clock());
    const stored = await storeArticle(tagged, { feed, placement, linkerVersion: desk.linkerVersion });
    if (stored.kind === 'known') return false;
    await desk.remember(stored.articleId, placement, neighbours);
    bus.publish('news', toNewsEvent({ article: tagged, stored, placement, source: feed.source }));
    return true;
  });
}

function toRecord(poll: Poll): FetchRecord {
  const { feed, startedAt, now, fetched, reading, intake } = poll;
  const outcome = reading?.kind === 'unreadable' ? 'failed' : fetched.kind;
  const retryAfterMs = fetched.kind === 'limited' ? fetched.retryAfterMs : undefined;
  const next = planNextPoll(feed, { kind: outcome, retryAfterMs }, { now, jitter: Math.random() });
  const articles = reading?.kind === 'articles' ? reading : undefined;
  return {
    feedId: feed.id,
    startedAt,
    durationMs: Math.max(0, now.getTime() - startedAt.getTime()),
    outcome,
    httpStatus: fetched.status,
    bytes: fetched.kind === 'fetched' ? fetched.bytes.length : undefined,
    items: articles?.items,
    newArticles: articles ? intake.stored : undefined,
    message: reading?.message ?? ('message' in fetched ? fetched.message : undefined),
    ...next,
    // What could not be read is asked for whole the next time.
    validators: articles && fetched.kind === 'fetched' ? fetched : undefined,
  };
}

const NOTHING: Intake = { stored: 0, revised: 0 };

interface Intake {
  readonly stored: number;
  readonly revised: number;
}

interface Poll {
  readonly feed: FeedToPoll;
  readonly startedAt: Date;
  readonly now: Date;
  readonly fetched: FetchResult;
  readonly reading: Reading | undefined;
  readonly intake: Intake;
}
