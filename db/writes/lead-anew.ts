import { sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import type { ArticleId, StoryId } from '@/lib/model/ids';

/**
 * Gives a story a lead where the one it had is not shown in it any more: `wanted` if that is one of its articles, else
 * the first published that copies nobody. What was pinned is pinned no longer.
 */
export async function leadAnew(
  transaction: Transaction,
  storyId: StoryId,
  wanted: ArticleId | null = null,
): Promise<void> {
  await transaction.execute(sql`
    with best as (
      select a.id, a.title from articles a where a.story_id = ${storyId} and a.hidden_at is null
      order by a.id is not distinct from ${wanted}::bigint desc, a.repost_of_id is not null,
        a.story_relation = 'origin' desc, a.sorted_at, a.id
      limit 1
    ), led as (
      update stories s set lead_article_id = best.id, title = best.title, pinned_at = null from best
      where s.id = ${storyId} and not exists (
        select 1 from articles a
        where a.id = s.lead_article_id and a.story_id = s.id and a.hidden_at is null
      )
      returning s.lead_article_id
    )
    update articles a set story_relation = 'origin' from led
    where a.id = led.lead_article_id and a.story_relation = 'report'
  `);
}
