import { desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { articles, articleTokens, articleTopics, stories } from '@/db/schema/articles';
import { sources } from '@/db/schema/feeds';
import { database } from '@/db/client';
import type { Headline } from '@/lib/model/headline';
import type { StoryId, TokenId, TopicId } from '@/lib/model/ids';
import { headlineColumns, toHeadline } from './select-headline';

/** How far back along each token and topic a related article is looked for. */
const CANDIDATES_PER_KIND = 200;
const TOKEN_WEIGHT = 3;
const TOPIC_WEIGHT = 1;
const MAX_EXCERPT_CHARS = 240;

export interface RelatedQuestion {
  readonly storyId: StoryId;
  readonly tokenIds: readonly TokenId[];
  readonly topicIds: readonly TopicId[];
  readonly limit: number;
}

export interface RelatedHeadline extends Headline {
  /** The standfirst, else how the article begins. */
  readonly excerpt: string | undefined;
}

/** Leads of other stories that share tokens or topics: the most in common first, then the newest. */
export async function readRelatedHeadlines(question: RelatedQuestion): Promise<readonly RelatedHeadline[]> {
  const { storyId, tokenIds, topicIds, limit } = question;
  const candidates = [...sharingTokens(tokenIds), ...sharingTopics(topicIds)];
  if (candidates.length === 0) return [];
  const scored = sql`(
    select article_id, sum(weight) as weight
    from (${sql.join(candidates, sql` union all `)}) shared
    group by article_id)`;
  const rows = await database()
    .select({ excerpt: excerptColumn, ...headlineColumns })
    .from(articles)
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .innerJoin(stories, eq(stories.leadArticleId, articles.id))
    .innerJoin(sql`${scored} scored`, sql`scored.article_id = ${articles.id}`)
    .where(
      sql`${articles.storyId} <> ${storyId} and ${articles.hiddenAt} is null and ${stories.redirectTo} is null`,
    )
    .orderBy(sql`scored.weight desc`, desc(articles.sortedAt))
    .limit(limit);
  return rows.map((row) => ({ ...toHeadline(row), excerpt: row.excerpt ?? undefined }));
}

const excerptColumn = sql<
  string | null
>`nullif(coalesce(${articles.dek}, left(${articles.bodyText}, ${MAX_EXCERPT_CHARS})), '')`;

function sharingTokens(ids: readonly TokenId[]): SQL[] {
  if (ids.length === 0) return [];
  return [
    sql`(select article_id, ${TOKEN_WEIGHT}::int as weight from ${articleTokens}
      where ${inArray(articleTokens.tokenId, [...ids])} order by article_id desc limit ${CANDIDATES_PER_KIND})`,
  ];
}

function sharingTopics(ids: readonly TopicId[]): SQL[] {
  if (ids.length === 0) return [];
  return [
    sql`(select article_id, ${TOPIC_WEIGHT}::int as weight from ${articleTopics}
      where ${inArray(articleTopics.topicId, [...ids])} order by article_id desc limit ${CANDIDATES_PER_KIND})`,
  ];
}
