import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { articles, articleTokens, articleTopics } from '@/db/schema/articles';
import { tokenQuotes } from '@/db/schema/market';
import { tokens, topics } from '@/db/schema/tokens';
import { database } from '@/db/client';
import type { PricedToken, TopicLabel } from '@/lib/model/headline';
import type { StoryId } from '@/lib/model/ids';
import { pricedTokenColumns, toPricedToken } from './select-token';

export interface StoryTags {
  readonly tokens: readonly PricedToken[];
  readonly topics: readonly TopicLabel[];
}

/** What a story's articles are about, the main token first. */
export async function readStoryTags(id: StoryId): Promise<StoryTags> {
  const isMember = and(eq(articles.storyId, id), isNull(articles.hiddenAt));
  const [tokenRows, topicRows] = await Promise.all([
    database()
      .select(pricedTokenColumns)
      .from(articleTokens)
      .innerJoin(articles, eq(articles.id, articleTokens.articleId))
      .innerJoin(tokens, eq(tokens.id, articleTokens.tokenId))
      .leftJoin(tokenQuotes, eq(tokenQuotes.tokenId, tokens.id))
      .where(isMember)
      .groupBy(tokens.id, tokenQuotes.tokenId)
      .orderBy(desc(sql`bool_or(${articleTokens.role} = 'primary')`), desc(sql`max(${articleTokens.score})`)),
    database()
      .select({ id: topics.id, name: topics.name })
      .from(articleTopics)
      .innerJoin(articles, eq(articles.id, articleTopics.articleId))
      .innerJoin(topics, eq(topics.id, articleTopics.topicId))
      .where(isMember)
      .groupBy(topics.id)
      .orderBy(asc(topics.position)),
  ]);
  return { tokens: tokenRows.map(toPricedToken), topics: topicRows };
}
