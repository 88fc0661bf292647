import { sql } from 'drizzle-orm';
import { database, type Transaction } from '@/db/client';
import { isStoryNeeded } from '@/db/queries/is-story-needed';
import type { ArticleId, FeedId, SourceId, StoryId } from '@/lib/model/ids';

export interface OldArticles {
  readonly feedId: FeedId;
  readonly sourceId: SourceId;
  readonly keepDays: number;
  /** Where the last call ended. */
  readonly after: ArticlePosition | undefined;
  readonly limit: number;
}

/** The order in which articles are looked through: the oldest first. */
export interface ArticlePosition {
  readonly at: string;
  readonly articleId: ArticleId;
}

export interface RemovedArticles {
  readonly removed: readonly ArticleId[];
  /** Where to go on; `undefined` at the end. */
  readonly next: ArticlePosition | undefined;
}

/**
 * Removes the stories of a feed's next `limit` old articles, each whole or not at all, with everything that hangs on
 * them. An article is old when it was first seen longer ago than its own feed keeps.
 */
export async function removeOldArticles(which: OldArticles, now: Date): Promise<RemovedArticles> {
  return database().transaction(async (transaction) => {
    const old = await findOld(transaction, which, now);
    const last = old.at(-1);
    const stories = [...new Set(old.map((row) => Number(row.story_id) as StoryId))];
    const removed = stories.length === 0 ? [] : await removeStories(transaction, stories, now);
    const isEnd = last === undefined || old.length < which.limit;
    return { removed, next: isEnd ? undefined : { at: last.at, articleId: Number(last.id) as ArticleId } };
  });
}

async function findOld(
  transaction: Transaction,
  { feedId, sourceId, keepDays, after, limit }: OldArticles,
  now: Date,
) {
  const cutoff = sql`${now.toISOString()}::timestamptz - ${keepDays}::int * interval '1 day'`;
  const position = after
    ? sql`and (a.sorted_at, a.id) > (${after.at}::timestamptz, ${after.articleId}::bigint)`
    : sql``;
  // Nothing is claimed after it was seen, so the index by source may narrow the search down.
  const { rows } = await transaction.execute<{ id: string; story_id: string; at: string }>(sql`
    select a.id, a.story_id, a.sorted_at::text as at from articles a
    where a.source_id = ${sourceId} and a.feed_id = ${feedId} and a.sorted_at < ${cutoff}
      and a.first_seen_at < ${cutoff} ${position}
    order by a.sorted_at, a.id limit ${limit}
  `);
  return rows;
}

/** Those of the stories that nothing needs any more, with the addresses that lead to them. */
async function removeStories(
  transaction: Transaction,
  candidates: readonly StoryId[],
  now: Date,
): Promise<readonly ArticleId[]> {
  const { rows: unneeded } = await transaction.execute<{ id: string }>(sql`
    select s.id from stories s
    where s.id = any(${sql.param([...candidates])}) and not (${isStoryNeeded(now, sql`i.keep_articles_days`)})
    for update of s
  `);
  const ids = sql.param(unneeded.map(({ id }) => Number(id)));
  if (unneeded.length === 0) return [];
  const { rows: gone } = await transaction.execute<{ id: string }>(
    sql`delete from articles where story_id = any(${ids}) returning id`,
  );
  await transaction.execute(sql`delete from stories where redirect_to = any(${ids})`);
  await transaction.execute(sql`delete from stories where id = any(${ids})`);
  return gone.map(({ id }) => Number(id) as ArticleId);
}
