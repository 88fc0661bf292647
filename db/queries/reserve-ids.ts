import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import type { ArticleId, StoryId } from '@/lib/model/ids';

/** Ids for articles about to be stored, and for the stories they may open. Those not used are never used. */
export async function reserveIds(count: number): Promise<readonly ReservedIds[]> {
  if (count === 0) return [];
  const { rows } = await database().execute<{ article: string; story: string }>(sql`
    select
      nextval(pg_get_serial_sequence('articles', 'id')) as article,
      nextval(pg_get_serial_sequence('stories', 'id')) as story
    from generate_series(1, ${count})
  `);
  return rows.map(({ article, story }) => ({
    articleId: Number(article) as ArticleId,
    storyId: Number(story) as StoryId,
  }));
}

export interface ReservedIds {
  readonly articleId: ArticleId;
  readonly storyId: StoryId;
}
