import { asc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { articles, stories } from '@/db/schema/articles';
import type { StoryId } from '@/lib/model/ids';

/**
 * Counts stories anew from their articles. A publisher is a source that reported on its own; a repost counts for
 * nobody, nor does what says itself that it was taken from elsewhere; whoever it was taken from is one publisher.
 */
export async function countStories(transaction: Transaction, storyIds: readonly StoryId[]): Promise<void> {
  if (storyIds.length === 0) return;
  await transaction.execute(sql`
    update stories set
      article_count = counted.articles,
      publisher_count = counted.publishers,
      repost_count = counted.reposts,
      first_seen_at = counted.first_seen_at,
      last_article_at = counted.last_article_at
    from (
      select
        a.story_id,
        count(*)::int as articles,
        greatest(1, count(distinct a.source_id)
          filter (where a.repost_of_id is null and a.attribution is null))::int as publishers,
        count(*) filter (where a.repost_of_id is not null or a.attribution is not null)::int as reposts,
        min(a.first_seen_at) as first_seen_at,
        max(a.sorted_at) as last_article_at
      from articles a
      where a.story_id = any(${sql.param([...storyIds])}) and a.hidden_at is null
      group by a.story_id
    ) as counted
    where stories.id = counted.story_id
  `);
}

/** A story that lost articles to `into`: counted anew, or a redirect to it when none are left. */
export async function countOrRedirect(
  transaction: Transaction,
  { storyId, into }: { storyId: StoryId; into: StoryId },
): Promise<void> {
  const remaining = await transaction
    .select({ id: articles.id, title: articles.title })
    .from(articles)
    .where(eq(articles.storyId, storyId))
    .orderBy(asc(articles.sortedAt))
    .limit(1);
  const [lead] = remaining;
  await transaction
    .update(stories)
    .set(lead ? { leadArticleId: lead.id, title: lead.title } : { redirectTo: into, leadArticleId: null })
    .where(eq(stories.id, storyId));
  if (!lead) {
    await transaction.update(stories).set({ redirectTo: into }).where(eq(stories.redirectTo, storyId));
  }
  await countStories(transaction, [storyId]);
}
