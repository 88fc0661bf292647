import { and, eq } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { articleTokens, articleTopics } from '@/db/schema/articles';
import type { TaggedArticle } from '@/lib/model/article';
import type { ArticleId } from '@/lib/model/ids';

/** Puts the linker's tags in the place of its earlier ones. What an operator decided stays, and goes first. */
export async function writeTags(
  transaction: Transaction,
  { articleId, article, linkerVersion }: TagsToWrite,
): Promise<void> {
  const mine = and(eq(articleTokens.articleId, articleId), eq(articleTokens.decidedBy, 'linker'));
  await transaction.delete(articleTokens).where(mine);
  const decided = await transaction
    .select({ tokenId: articleTokens.tokenId, role: articleTokens.role })
    .from(articleTokens)
    .where(eq(articleTokens.articleId, articleId));
  const hasPrimary = decided.some((tag) => tag.role === 'primary');
  const tokens = article.tokens
    .filter((tag) => !decided.some((other) => other.tokenId === tag.tokenId))
    .map((tag) => ({ ...tag, role: hasPrimary ? ('about' as const) : tag.role, articleId, linkerVersion }));
  if (tokens.length > 0) await transaction.insert(articleTokens).values(tokens);
  await transaction.delete(articleTopics).where(eq(articleTopics.articleId, articleId));
  const topics = article.topics.map((tag) => ({ ...tag, articleId }));
  if (topics.length > 0) await transaction.insert(articleTopics).values(topics);
}

export interface TagsToWrite {
  readonly articleId: ArticleId;
  readonly article: Pick<TaggedArticle, 'tokens' | 'topics'>;
  readonly linkerVersion: number;
}
