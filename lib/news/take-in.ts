import { findKnownArticles, type KnownArticle } from '@/db/queries/known-articles';
import { reviseArticle } from '@/db/writes/revise-article';
import { storeArticle } from '@/db/writes/store-article';
import { DAY_MS } from '@/lib/core/time';
import type { Article, TaggedArticle } from '@/lib/model/article';
import type { FeedToPoll, ListedItem } from '@/lib/model/feed';
import type { ArticleId } from '@/lib/model/ids';
import type { Intake } from '@/lib/model/intake';
import type { NewsParts } from './pipeline';
import type { ReadItem } from './read-articles';
import { toNewsEvent } from './to-news-event';

const NEWS_UP_TO_MS = DAY_MS;

/** Places and stores what is new of an answer. An article that cannot be stored never costs the others; it is asked for again the next time. */
export async function takeIn(
  items: readonly ReadItem[],
  feed: FeedToPoll,
  parts: NewsParts,
): Promise<Intake> {
  const read = items
    .filter((item) => item.kind === 'article')
    .toSorted((a, b) => timeOf(a.article) - timeOf(b.article));
  const known = await findKnownArticles(
    feed.source.id,
    read.map(({ article }) => article),
  );
  const counts = { stored: 0, revised: 0, retitled: 0, unchanged: 0, failed: 0 };
  const ids = new Map(feed.document?.listed.map((item) => [item.fingerprint, item.articleId]));
  for (const { article, fingerprint } of read) {
    try {
      const taken = await takeInOne(article, known.get(article), { feed, parts });
      counts[taken.outcome] += 1;
      if (taken.articleId !== undefined) ids.set(fingerprint, taken.articleId);
    } catch (error) {
      counts.failed += 1;
      parts.log.error({ err: error, source: feed.source.id, url: article.url }, 'An article was not stored');
    }
  }
  counts.unchanged += items.filter((item) => item.kind === 'same').length;
  return { ...counts, reidentified: 0, withdrawn: 0, listed: toListed(items, ids) };
}

function toListed(items: readonly ReadItem[], ids: ReadonlyMap<string, ArticleId>): readonly ListedItem[] {
  return items.flatMap((item) => {
    const articleId = item.kind === 'rejected' ? undefined : ids.get(item.fingerprint);
    return item.kind === 'rejected' || articleId === undefined
      ? []
      : { fingerprint: item.fingerprint, articleId };
  });
}

async function takeInOne(
  article: TaggedArticle,
  known: KnownArticle | undefined,
  { feed, parts }: { readonly feed: FeedToPoll; readonly parts: NewsParts },
): Promise<Taken> {
  if (!known) return takeInNew(article, feed, parts);
  const { articleId } = known;
  if (known.feedId !== feed.id || known.contentHash === article.contentHash)
    return { outcome: 'unchanged', articleId };
  const { clock, desk } = parts;
  await reviseArticle(articleId, article, { now: clock(), linkerVersion: desk.linkerVersion });
  await desk.recall(articleId);
  return { outcome: 'revised', articleId };
}

/** One at a time in the whole process: two reports of one event must find each other. */
function takeInNew(
  article: TaggedArticle,
  feed: FeedToPoll,
  { bus, clock, desk }: NewsParts,
): Promise<Taken> {
  return desk.oneByOne(async () => {
    const now = clock();
    const { placement, neighbours } = await desk.place(article, feed.source, now);
    const stored = await storeArticle(article, { feed, placement, linkerVersion: desk.linkerVersion });
    if (stored.kind === 'known') return { outcome: 'unchanged', articleId: undefined };
    await desk.remember(stored.articleId, placement, neighbours);
    if (isNews(article, now)) {
      bus.publish('news', toNewsEvent({ article, stored, placement, source: feed.source }));
    }
    return { outcome: 'stored', articleId: stored.articleId };
  });
}

function timeOf(article: Article): number {
  return (article.claimedAt ?? article.firstSeenAt).getTime();
}

/** A feed just added brings its archive along; nobody at an open page wants that as news. */
function isNews(article: Article, now: Date): boolean {
  return now.getTime() - timeOf(article) < NEWS_UP_TO_MS;
}

interface Taken {
  readonly outcome: 'stored' | 'revised' | 'unchanged';
  readonly articleId: ArticleId | undefined;
}
