import { eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { articles, articleTokens, articleTopics, stories } from '@/db/schema/articles';
import { sources } from '@/db/schema/feeds';
import type { StoryId } from '@/lib/model/ids';
import type { NewsEvent } from '@/lib/model/news-event';

/** A story's lead as the article that opens it, to tell readers with an open page. */
export async function readOpening(id: StoryId): Promise<NewsEvent | undefined> {
  const [lead] = await database()
    .select({
      articleId: articles.id,
      storyId: articles.storyId,
      slug: articles.slug,
      title: articles.title,
      sourceId: articles.sourceId,
      sourceName: sources.name,
      language: articles.language,
      claimedAt: articles.claimedAt,
      firstSeenAt: articles.firstSeenAt,
    })
    .from(stories)
    .innerJoin(articles, eq(articles.id, stories.leadArticleId))
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .where(eq(stories.id, id));
  if (!lead) return undefined;
  const { articleId, claimedAt } = lead;
  const [tokenRows, topicRows] = await Promise.all([
    database()
      .select({ id: articleTokens.tokenId })
      .from(articleTokens)
      .where(eq(articleTokens.articleId, articleId)),
    database()
      .select({ id: articleTopics.topicId })
      .from(articleTopics)
      .where(eq(articleTopics.articleId, articleId)),
  ]);
  return {
    ...lead,
    claimedAt: claimedAt ?? undefined,
    repost: false,
    opensStory: true,
    tokenIds: tokenRows.map((row) => row.id),
    topicIds: topicRows.map((row) => row.id),
  };
}
