import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { articles, headlineChanges, stories, type StoryRelation } from '@/db/schema/articles';
import { sources } from '@/db/schema/feeds';
import { database } from '@/db/client';
import type { Attribution } from '@/lib/model/article';
import type { Headline } from '@/lib/model/headline';
import type { ArticleId, StoryId } from '@/lib/model/ids';
import { headlineColumns, toHeadline } from './select-headline';

/** A story, or where it went: a merged one answers with the address of the other. */
export interface StoryPage {
  readonly id: StoryId;
  readonly slug: string;
  readonly title: string;
  readonly leadArticleId: ArticleId | undefined;
  readonly firstSeenAt: Date;
  readonly lastArticleAt: Date;
  readonly publisherCount: number;
  readonly repostCount: number;
}

/** Follows a merge; `undefined` where there is no such story. */
export async function readStory(id: StoryId): Promise<StoryPage | undefined> {
  const [row] = await database().select().from(stories).where(eq(stories.id, id));
  if (!row) return undefined;
  if (row.redirectTo !== null) return readStory(row.redirectTo);
  return { ...row, leadArticleId: row.leadArticleId ?? undefined };
}

/** An article's place in its story. */
export interface StoryMember extends Headline {
  readonly relation: StoryRelation;
  readonly evidence: string | undefined;
  readonly repostOfId: ArticleId | undefined;
  /** Who published first, where it says itself that it was taken from elsewhere. */
  readonly attribution: Attribution | undefined;
  /** Its source took it out of the feed. */
  readonly withdrawn: boolean;
  /** Its headline was another at first. */
  readonly retitled: boolean;
}

/** Every visible article of a story, the first published first. */
export async function readStoryMembers(id: StoryId): Promise<readonly StoryMember[]> {
  const rows = await database()
    .select({
      evidence: articles.storyEvidence,
      attribution: articles.attribution,
      withdrawnAt: articles.withdrawnAt,
      retitled: isRetitled,
      ...headlineColumns,
    })
    .from(articles)
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .where(and(eq(articles.storyId, id), isNull(articles.hiddenAt)))
    .orderBy(asc(articles.sortedAt), asc(articles.id));
  return rows.map((row) => ({
    ...toHeadline(row),
    relation: row.relation,
    evidence: row.evidence ?? undefined,
    repostOfId: row.repostOfId ?? undefined,
    attribution: row.attribution ?? undefined,
    withdrawn: row.withdrawnAt !== null,
    retitled: row.retitled,
  }));
}

const isRetitled = sql<boolean>`exists (
  select 1 from ${headlineChanges} change where change.article_id = ${articles.id} and change.kind = 'retitled')`;
