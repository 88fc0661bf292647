import { and, asc, eq, isNull } from 'drizzle-orm';
import { articles, articleTopics } from '@/db/schema/articles';
import { topics } from '@/db/schema/tokens';
import { database } from '@/db/client';
import type { MentionedToken, TopicLabel } from '@/lib/model/headline';
import type { StoryId } from '@/lib/model/ids';
import { tokensByStory } from './story-tokens';

export interface StoryTags {
  readonly tokens: readonly MentionedToken[];
  readonly topics: readonly TopicLabel[];
}

/** What a story's articles are about, the main token first. */
export async function readStoryTags(id: StoryId): Promise<StoryTags> {
  const [tokens, topicRows] = await Promise.all([
    tokensByStory([id]),
    database()
      .select({ id: topics.id, name: topics.name })
      .from(articleTopics)
      .innerJoin(articles, eq(articles.id, articleTopics.articleId))
      .innerJoin(topics, eq(topics.id, articleTopics.topicId))
      .where(and(eq(articles.storyId, id), isNull(articles.hiddenAt)))
      .groupBy(topics.id)
      .orderBy(asc(topics.position)),
  ]);
  return { tokens: tokens.get(id) ?? [], topics: topicRows };
}
