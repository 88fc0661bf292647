import { and, count, desc, eq, gte, isNotNull } from 'drizzle-orm';
import { database } from '@/db/client';
import { articlePages, articles } from '@/db/schema/articles';
import type { ArticleId, FeedId } from '@/lib/model/ids';

/** What came of fetching the pages of a feed's articles. */
export interface PageLog {
  /** Articles whose page was asked for. */
  readonly asked: number;
  /** Those whose text was not got from it. */
  readonly without: number;
  /** The latest of them. */
  readonly latest: readonly MissingText[];
}

export interface MissingText {
  readonly id: ArticleId;
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  readonly fetchedAt: Date;
  /** Why, in words. */
  readonly message: string;
}

/** Of the articles that came since a moment. */
export async function readPageLog(feedId: FeedId, since: Date, limit: number): Promise<PageLog> {
  const ofFeed = and(eq(articles.feedId, feedId), gte(articles.firstSeenAt, since));
  const [[counted], rows] = await Promise.all([
    database()
      .select({ asked: count(), without: count(articlePages.message) })
      .from(articles)
      .innerJoin(articlePages, eq(articlePages.articleId, articles.id))
      .where(ofFeed),
    database()
      .select({
        id: articles.id,
        slug: articles.slug,
        title: articles.title,
        language: articles.language,
        fetchedAt: articlePages.fetchedAt,
        message: articlePages.message,
      })
      .from(articles)
      .innerJoin(articlePages, eq(articlePages.articleId, articles.id))
      .where(and(ofFeed, isNotNull(articlePages.message)))
      .orderBy(desc(articlePages.fetchedAt), desc(articles.id))
      .limit(limit),
  ]);
  const latest = rows.flatMap(({ message, ...row }) => (message === null ? [] : { ...row, message }));
  return { asked: counted?.asked ?? 0, without: counted?.without ?? 0, latest };
}
