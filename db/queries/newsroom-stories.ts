import { and, desc, eq, ilike, inArray, isNull, ne, or, sql, type SQL } from 'drizzle-orm';
import { database } from '@/db/client';
import { articles, stories, type StoryRelation } from '@/db/schema/articles';
import { sources } from '@/db/schema/feeds';
import { toHttpUrl } from '@/lib/core/url';
import type { ArticleId, StoryId } from '@/lib/model/ids';
import { trailingId } from '@/lib/model/paths';

/** A story as the newsroom lists it. */
export interface NewsroomStory {
  readonly id: StoryId;
  readonly slug: string;
  readonly title: string;
  readonly leadArticleId: ArticleId | undefined;
  readonly redirectTo: StoryId | undefined;
  readonly articleCount: number;
  readonly publisherCount: number;
  readonly repostCount: number;
  readonly lastArticleAt: Date;
  readonly pinnedAt: Date | undefined;
  readonly lockedAt: Date | undefined;
}

/**
 * Stories by words of a title, by the address of an article or of a page of the desk, or by id; the latest first.
 * Without words, all.
 */
export async function findNewsroomStories(
  words: string,
  { limit, offset, without }: { readonly limit: number; readonly offset: number; readonly without?: StoryId },
): Promise<readonly NewsroomStory[]> {
  const rows = await selectStories()
    .where(
      and(
        isNull(stories.redirectTo),
        toCondition(words),
        without === undefined ? undefined : ne(stories.id, without),
      ),
    )
    .orderBy(sql`${stories.lastArticleAt} desc nulls first`, desc(stories.id))
    .limit(limit)
    .offset(offset);
  return rows.map(toStory);
}

/** One story, also one that leads on to another. */
export async function readNewsroomStory(id: StoryId): Promise<NewsroomStory | undefined> {
  const [row] = await selectStories().where(eq(stories.id, id));
  return row && toStory(row);
}

/** An article's place in its story, with what decided it. */
export interface NewsroomMember {
  readonly id: ArticleId;
  readonly title: string;
  readonly language: string;
  readonly sourceName: string;
  readonly at: Date;
  readonly relation: StoryRelation;
  readonly evidence: string | undefined;
  readonly score: number | undefined;
  readonly isHidden: boolean;
}

/** All articles of a story, the first published first. */
export async function readNewsroomMembers(id: StoryId): Promise<readonly NewsroomMember[]> {
  const rows = await database()
    .select({
      id: articles.id,
      title: articles.title,
      language: articles.language,
      sourceName: sources.name,
      at: articles.sortedAt,
      relation: articles.storyRelation,
      evidence: articles.storyEvidence,
      score: articles.storyScore,
      hiddenAt: articles.hiddenAt,
    })
    .from(articles)
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .where(eq(articles.storyId, id))
    .orderBy(articles.sortedAt, articles.id);
  return rows.map(({ evidence, score, hiddenAt, ...row }) => ({
    ...row,
    evidence: evidence ?? undefined,
    score: score ?? undefined,
    isHidden: hiddenAt !== null,
  }));
}

function selectStories() {
  return database().select().from(stories).$dynamic();
}

function toStory({ leadArticleId, redirectTo, pinnedAt, lockedAt, ...row }: StoryRow): NewsroomStory {
  return {
    ...row,
    leadArticleId: leadArticleId ?? undefined,
    redirectTo: redirectTo ?? undefined,
    pinnedAt: pinnedAt ?? undefined,
    lockedAt: lockedAt ?? undefined,
  };
}

function toCondition(words: string): SQL | undefined {
  if (words === '') return undefined;
  const url = toHttpUrl(words);
  const own = /\/(story|article)\/([^/?#]+)/.exec(words);
  const id = trailingId(own?.[2] ?? '');
  if (own && id !== undefined)
    return own[1] === 'story' ? isStory(id) : ofArticles(eq(articles.id, id as ArticleId));
  if (url) return ofArticles(or(eq(articles.canonicalUrl, words), eq(articles.url, words)));
  if (/^\d{1,15}$/.test(words))
    return or(isStory(Number(words)), ofArticles(eq(articles.id, Number(words) as ArticleId)));
  const like = `%${words.replace(/[\\%_]/g, String.raw`\$&`)}%`;
  return or(ilike(stories.title, like), ofArticles(ilike(articles.title, like)));
}

function isStory(id: number): SQL {
  return eq(stories.id, id as StoryId);
}

function ofArticles(which: SQL | undefined): SQL {
  return inArray(stories.id, database().select({ id: articles.storyId }).from(articles).where(which));
}

type StoryRow = typeof stories.$inferSelect;
