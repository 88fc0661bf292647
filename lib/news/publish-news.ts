import type { PlacedArticle } from '@/db/writes/insert-articles';
import { DAY_MS } from '@/lib/core/time';
import { toSlug } from '@/lib/core/slug';
import type { Article } from '@/lib/model/article';
import type { Source } from '@/lib/model/feed';
import type { NewsParts } from './pipeline';
import { toNewsEvent } from './to-news-event';

const NEWS_UP_TO_MS = DAY_MS;

/** Tells readers with an open page of articles just stored, as far as they are news. */
export function publishNews(
  placed: readonly PlacedArticle[],
  source: Source,
  { bus, clock }: Pick<NewsParts, 'bus' | 'clock'>,
): void {
  const now = clock();
  for (const { article, placement, ...ids } of placed) {
    const stored = { ...ids, slug: toSlug(article.title) };
    if (isNews(article, now)) bus.publish('news', toNewsEvent({ article, stored, placement, source }));
  }
}

/** The moment an article stands at: as claimed, else by first sight. */
export function timeOf({ claimedAt, firstSeenAt }: Article): number {
  return (claimedAt ?? firstSeenAt).getTime();
}

/** A feed just added brings its archive along; nobody at an open page wants that as news. */
function isNews(article: Article, now: Date): boolean {
  return now.getTime() - timeOf(article) < NEWS_UP_TO_MS;
}
