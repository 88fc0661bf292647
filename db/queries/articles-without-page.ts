import { and, desc, eq, gt, inArray, isNull } from 'drizzle-orm';
import { database } from '@/db/client';
import { articlePages, articles } from '@/db/schema/articles';
import { feeds, sources } from '@/db/schema/feeds';
import type { Source } from '@/lib/model/feed';
import type { ArticleId } from '@/lib/model/ids';

/** An article whose own page is to be fetched. */
export interface ArticleToFetch {
  readonly articleId: ArticleId;
  readonly url: string;
  readonly title: string;
  readonly dek: string | undefined;
  readonly source: Pick<Source, 'id' | 'name' | 'siteUrl' | 'kind'>;
}

/** Articles seen since `since` that are shown by their page and whose page was never asked for, the newest first. */
export async function readArticlesWithoutPage(
  since: Date,
  limit: number,
): Promise<readonly ArticleToFetch[]> {
  const shown = await database()
    .select({ id: feeds.id, sourceId: feeds.sourceId })
    .from(feeds)
    .where(and(eq(feeds.fullText, 'page'), isNull(feeds.removedAt)));
  if (shown.length === 0) return [];
  const rows = await database()
    .select({
      articleId: articles.id,
      url: articles.url,
      title: articles.title,
      dek: articles.dek,
      source: { id: sources.id, name: sources.name, siteUrl: sources.siteUrl, kind: sources.kind },
    })
    .from(articles)
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .leftJoin(articlePages, eq(articlePages.articleId, articles.id))
    .where(
      and(
        inArray(articles.sourceId, [...new Set(shown.map((feed) => feed.sourceId))]),
        inArray(
          articles.feedId,
          shown.map((feed) => feed.id),
        ),
        gt(articles.firstSeenAt, since),
        isNull(articles.hiddenAt),
        isNull(articlePages.articleId),
      ),
    )
    .orderBy(desc(articles.sortedAt))
    .limit(limit);
  return rows.map((row) => ({ ...row, dek: row.dek ?? undefined }));
}
