import { sql } from 'drizzle-orm';
import { asRecords } from '@/db/as-records';
import type { Transaction } from '@/db/client';
import { articles, articleTokens, articleTopics } from '@/db/schema/articles';
import type { TaggedArticle } from '@/lib/model/article';
import type { ArticleId } from '@/lib/model/ids';

export interface TagsToWrite {
  readonly articleId: ArticleId;
  readonly article: Pick<TaggedArticle, 'tokens' | 'topics'>;
}

/** Writes the tags of articles that have none yet; what an operator took off does not come back. */
export async function writeTags(
  transaction: Transaction,
  tagged: readonly TagsToWrite[],
  linkerVersion: number,
): Promise<void> {
  const tokens = tagged.flatMap(({ articleId, article }) =>
    article.tokens.map((tag) => ({
      article_id: articleId,
      token_id: tag.tokenId,
      role: tag.role,
      score: tag.score,
      rule: tag.rule,
      field: tag.field,
      matched_text: tag.matchedText,
      span_start: tag.spanStart,
      span_end: tag.spanEnd,
      confirmed_by: tag.confirmedBy,
    })),
  );
  const topics = tagged.flatMap(({ articleId, article }) =>
    article.topics.map((tag) => ({
      article_id: articleId,
      topic_id: tag.topicId,
      field: tag.field,
      matched_text: tag.matchedText,
    })),
  );
  if (tokens.length > 0) {
    await transaction.execute(sql`
      insert into article_tokens (article_id, token_id, role, score, rule, field, matched_text, span_start,
        span_end, confirmed_by, linker_version)
      select r.*, ${linkerVersion}::int from ${asRecords(tokens, TOKEN_COLUMNS)}
      where not exists (
        select 1 from removed_tags x where x.article_id = r.article_id and x.token_id = r.token_id)
    `);
  }
  if (topics.length > 0) {
    await transaction.execute(sql`
      insert into article_topics (article_id, topic_id, field, matched_text)
      select r.* from ${asRecords(topics, TOPIC_COLUMNS)}
    `);
  }
}

/**
 * Puts the linker's tags in the place of its earlier ones. What an operator decided stays, and goes first; where he
 * locked the tags, only the topics follow the text.
 */
export async function rewriteTags(
  transaction: Transaction,
  tagged: readonly TagsToWrite[],
  linkerVersion: number,
): Promise<void> {
  const ids = sql.param(tagged.map(({ articleId }) => articleId));
  const locked = await findLocked(transaction, tagged);
  const open = sql.param(tagged.map(({ articleId }) => articleId).filter((id) => !locked.has(id)));
  await transaction
    .delete(articleTokens)
    .where(sql`${articleTokens.articleId} = any(${open}) and ${articleTokens.decidedBy} = 'linker'`);
  await transaction.delete(articleTopics).where(sql`${articleTopics.articleId} = any(${ids})`);
  const decided = await transaction
    .select({
      articleId: articleTokens.articleId,
      tokenId: articleTokens.tokenId,
      role: articleTokens.role,
    })
    .from(articleTokens)
    .where(sql`${articleTokens.articleId} = any(${ids})`);
  const left = tagged.map(({ articleId, article }) => {
    const kept = decided.filter((tag) => tag.articleId === articleId);
    const hasPrimary = kept.some((tag) => tag.role === 'primary');
    const found = locked.has(articleId) ? [] : article.tokens;
    const tokens = found
      .filter((tag) => !kept.some((other) => other.tokenId === tag.tokenId))
      .map((tag) => (hasPrimary ? { ...tag, role: 'about' as const } : tag));
    return { articleId, article: { tokens, topics: article.topics } };
  });
  await writeTags(transaction, left, linkerVersion);
}

async function findLocked(
  transaction: Transaction,
  tagged: readonly TagsToWrite[],
): Promise<ReadonlySet<ArticleId>> {
  const ids = sql.param(tagged.map(({ articleId }) => articleId));
  const rows = await transaction
    .select({ id: articles.id })
    .from(articles)
    .where(sql`${articles.id} = any(${ids}) and ${articles.tagsLockedAt} is not null`);
  return new Set(rows.map(({ id }) => id));
}

const TOKEN_COLUMNS = `article_id bigint, token_id text, role text, score real, rule text, field text, matched_text text,
  span_start int, span_end int, confirmed_by text`;
const TOPIC_COLUMNS = 'article_id bigint, topic_id text, field text, matched_text text';
