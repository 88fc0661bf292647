import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { articles, articleTokens } from '@/db/schema/articles';
import { tokenQuotes } from '@/db/schema/market';
import { tokens } from '@/db/schema/tokens';
import { database } from '@/db/client';
import type { MentionedToken } from '@/lib/model/headline';
import type { StoryId } from '@/lib/model/ids';
import { tagReasonColumns, toTagReason } from './select-tag-reason';
import { toPricedToken } from './select-token';

/** Tokens any of a story's visible articles is about, the main one first, each with the tag that says it best. */
export async function tokensByStory(
  ids: readonly StoryId[],
): Promise<ReadonlyMap<StoryId, readonly MentionedToken[]>> {
  if (ids.length === 0) return new Map();
  const best = database()
    .selectDistinctOn([articles.storyId, articleTokens.tokenId], {
      storyId: articles.storyId,
      articleId: articles.id,
      slug: articles.slug,
      tokenId: articleTokens.tokenId,
      isPrimary: isPrimary.as('is_primary'),
      score: articleTokens.score,
      ...tagReasonColumns,
    })
    .from(articleTokens)
    .innerJoin(articles, eq(articles.id, articleTokens.articleId))
    .where(and(inArray(articles.storyId, [...ids]), isNull(articles.hiddenAt)))
    .orderBy(
      articles.storyId,
      articleTokens.tokenId,
      desc(isPrimary),
      desc(articleTokens.score),
      asc(articles.sortedAt),
    )
    .as('best');
  const rows = await database()
    .select()
    .from(best)
    .innerJoin(tokens, eq(tokens.id, best.tokenId))
    .leftJoin(tokenQuotes, eq(tokenQuotes.tokenId, tokens.id))
    .orderBy(desc(best.isPrimary), desc(best.score), asc(tokens.id));
  const byStory = new Map<StoryId, MentionedToken[]>();
  for (const { best: tag, tokens: token, token_quotes: quote } of rows) {
    const mentioned = {
      ...toPricedToken({ token, quote }),
      why: toTagReason(tag),
      article: { id: tag.articleId, slug: tag.slug },
    };
    byStory.set(tag.storyId, [...(byStory.get(tag.storyId) ?? []), mentioned]);
  }
  return byStory;
}

const isPrimary = sql<boolean>`${articleTokens.role} = 'primary'`;
