import { desc, eq, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { articles, articleTokens, refusedTags, stories } from '@/db/schema/articles';
import { removedTags } from '@/db/schema/desk';
import { sources } from '@/db/schema/feeds';
import { tokens } from '@/db/schema/tokens';
import type { TagReason } from '@/lib/model/explain-tag';
import type { ArticleId, StoryId, TokenId } from '@/lib/model/ids';
import { tagReasonColumns, toTagReason } from './select-tag-reason';

export interface NewsroomToken {
  readonly id: TokenId;
  readonly symbol: string;
  readonly name: string;
}

/** An article with everything that was decided of its tags. */
export interface NewsroomArticle {
  readonly id: ArticleId;
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  readonly url: string;
  readonly sourceName: string;
  readonly at: Date;
  readonly tagsLockedAt: Date | undefined;
  readonly storyId: StoryId;
  readonly storyTitle: string;
  readonly tags: readonly NewsroomTag[];
  /** What the linker considered and left. */
  readonly refused: readonly RefusedCandidate[];
  /** What operators took off for good. */
  readonly removed: readonly NewsroomToken[];
}

export interface NewsroomTag extends NewsroomToken {
  readonly isMain: boolean;
  readonly score: number;
  readonly why: TagReason;
}

export interface RefusedCandidate extends NewsroomToken {
  readonly matchedText: string;
  readonly reason: string;
}

/** One article, shown to readers or not. */
export async function readNewsroomArticle(id: ArticleId): Promise<NewsroomArticle | undefined> {
  const [row] = await database()
    .select({
      id: articles.id,
      slug: articles.slug,
      title: articles.title,
      language: articles.language,
      url: articles.url,
      sourceName: sources.name,
      at: articles.sortedAt,
      tagsLockedAt: articles.tagsLockedAt,
      storyId: articles.storyId,
      storyTitle: stories.title,
    })
    .from(articles)
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .innerJoin(stories, eq(stories.id, articles.storyId))
    .where(eq(articles.id, id));
  if (!row) return undefined;
  const [tags, refused, removed] = await Promise.all([readTags(id), readRefused(id), readRemoved(id)]);
  return { ...row, tagsLockedAt: row.tagsLockedAt ?? undefined, tags, refused, removed };
}

async function readTags(id: ArticleId): Promise<readonly NewsroomTag[]> {
  const rows = await database()
    .select({ ...tokenColumns, role: articleTokens.role, score: articleTokens.score, ...tagReasonColumns })
    .from(articleTokens)
    .innerJoin(tokens, eq(tokens.id, articleTokens.tokenId))
    .where(eq(articleTokens.articleId, id))
    .orderBy(desc(sql`${articleTokens.role} = 'primary'`), desc(articleTokens.score), tokens.id);
  return rows.map((row) => ({
    id: row.id,
    symbol: row.symbol,
    name: row.name,
    isMain: row.role === 'primary',
    score: row.score,
    why: toTagReason(row),
  }));
}

async function readRefused(id: ArticleId): Promise<readonly RefusedCandidate[]> {
  return database()
    .select({ ...tokenColumns, matchedText: refusedTags.matchedText, reason: refusedTags.reason })
    .from(refusedTags)
    .innerJoin(tokens, eq(tokens.id, refusedTags.tokenId))
    .where(eq(refusedTags.articleId, id))
    .orderBy(sql`${tokens.rank} asc nulls last`, tokens.id);
}

async function readRemoved(id: ArticleId): Promise<readonly NewsroomToken[]> {
  return database()
    .select(tokenColumns)
    .from(removedTags)
    .innerJoin(tokens, eq(tokens.id, removedTags.tokenId))
    .where(eq(removedTags.articleId, id))
    .orderBy(tokens.id);
}

const tokenColumns = { id: tokens.id, symbol: tokens.symbol, name: tokens.name };
