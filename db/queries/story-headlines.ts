import { and, asc, desc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import { articles, articleTopics, stories } from '@/db/schema/articles';
import { sources } from '@/db/schema/feeds';
import { database } from '@/db/client';
import type { Headline, StoryHeadline } from '@/lib/model/headline';
import type { StoryId, TopicId } from '@/lib/model/ids';
import { headlineColumns, toHeadline } from './select-headline';
import { tokensByStory } from './story-tokens';

export interface StoryHeadlinesQuestion {
  readonly limit: number;
  /** Only stories below this one: the next page. */
  readonly below?: StoryPosition | undefined;
  readonly topicId?: TopicId;
}

export interface StoryPosition {
  readonly lastArticleAt: Date;
  readonly id: StoryId;
}

/** The latest stories, each with its lead, the other sources' reports and its tokens. */
export async function readStoryHeadlines(
  question: StoryHeadlinesQuestion,
): Promise<readonly StoryHeadline[]> {
  const rows = await latestStories(question);
  const ids = rows.map((row) => row.story.id);
  const [reports, tokensOf] = await Promise.all([reportsByStory(ids), tokensByStory(ids)]);
  return rows.map(({ story, lead }) => ({
    ...story,
    lead: toHeadline(lead),
    reports: (reports.get(story.id) ?? []).filter((report) => report.source.id !== lead.sourceId),
    tokens: tokensOf.get(story.id) ?? [],
  }));
}

/** The query behind it, for who wants to see how it is planned. */
export function latestStories({ limit, below, topicId }: StoryHeadlinesQuestion) {
  return database()
    .select({ story: storyColumns, lead: headlineColumns })
    .from(stories)
    .innerJoin(articles, eq(articles.id, stories.leadArticleId))
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .where(
      and(
        isNull(stories.redirectTo),
        isNull(articles.hiddenAt),
        below && isBelow(below),
        topicId && isOnTopic(topicId),
      ),
    )
    .orderBy(desc(stories.lastArticleAt), desc(stories.id))
    .limit(limit);
}

/** Each source once, with its earliest report. */
async function reportsByStory(ids: readonly StoryId[]): Promise<Map<StoryId, Headline[]>> {
  if (ids.length === 0) return new Map();
  const rows = await database()
    .selectDistinctOn([articles.storyId, articles.sourceId], {
      storyId: articles.storyId,
      ...headlineColumns,
    })
    .from(articles)
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .where(
      and(
        inArray(articles.storyId, [...ids]),
        inArray(articles.storyRelation, ['origin', 'report']),
        isNull(articles.hiddenAt),
      ),
    )
    .orderBy(articles.storyId, articles.sourceId, asc(articles.sortedAt));
  const byStory = new Map<StoryId, Headline[]>();
  for (const row of rows) byStory.set(row.storyId, [...(byStory.get(row.storyId) ?? []), toHeadline(row)]);
  for (const reports of byStory.values()) reports.sort((a, b) => a.at.getTime() - b.at.getTime());
  return byStory;
}

function isBelow({ lastArticleAt, id }: StoryPosition): SQL {
  const at = sql.param(lastArticleAt, stories.lastArticleAt);
  return sql`(${stories.lastArticleAt}, ${stories.id}) < (${at}, ${id})`;
}

function isOnTopic(topicId: TopicId): SQL {
  return sql`exists (
    select 1 from ${articles} member
    join ${articleTopics} tag on tag.article_id = member.id
    where member.story_id = ${stories.id} and member.hidden_at is null and tag.topic_id = ${topicId})`;
}

const storyColumns = {
  id: stories.id,
  slug: stories.slug,
  lastArticleAt: stories.lastArticleAt,
  publisherCount: stories.publisherCount,
  repostCount: stories.repostCount,
};
