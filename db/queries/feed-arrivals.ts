import { and, desc, eq, gte } from 'drizzle-orm';
import { database } from '@/db/client';
import { articles } from '@/db/schema/articles';
import type { ArticleId, FeedId } from '@/lib/model/ids';

/** An article as an operator's list names it. */
export interface Arrival {
  readonly id: ArticleId;
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  readonly claimedAt: Date | undefined;
  readonly firstSeenAt: Date;
}

/** What a feed brought since a moment, the newest first. */
export async function readFeedArrivals(
  feedId: FeedId,
  since: Date,
  limit: number,
): Promise<readonly Arrival[]> {
  const rows = await database()
    .select({
      id: articles.id,
      slug: articles.slug,
      title: articles.title,
      language: articles.language,
      claimedAt: articles.claimedAt,
      firstSeenAt: articles.firstSeenAt,
    })
    .from(articles)
    .where(and(eq(articles.feedId, feedId), gte(articles.firstSeenAt, since)))
    .orderBy(desc(articles.firstSeenAt), desc(articles.id))
    .limit(limit);
  return rows.map((row) => ({ ...row, claimedAt: row.claimedAt ?? undefined }));
}
