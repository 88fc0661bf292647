import { sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import type { ArticleId, StoryId } from '@/lib/model/ids';
import type { NewsroomState } from '@/lib/model/newsroom-state';

/** What a decision touches: bonds count where both articles are named, stories also where they lead to a named one. */
export interface NewsroomScope {
  readonly storyIds: readonly StoryId[];
  readonly articleIds: readonly ArticleId[];
}

/** How the rows stand now. */
export async function readNewsroomState(
  transaction: Transaction,
  { storyIds, articleIds }: NewsroomScope,
): Promise<NewsroomState> {
  const [stories, articles] = [sql.param([...storyIds]), sql.param([...articleIds])];
  const { rows } = await transaction.execute<{ state: NewsroomState }>(sql`
    select jsonb_build_object(
      'stories', ${list(sql`
        select id, title, lead_article_id, redirect_to, pinned_at, locked_at from stories
        where id = any(${stories}) or redirect_to = any(${stories})`)},
      'articles', ${list(sql`
        select id, title, story_id, story_relation, story_evidence, repost_of_id, tags_locked_at from articles
        where id = any(${articles})`)},
      'bonds', ${list(sql`
        select article_id, other_id, bond, decision_id from article_bonds
        where article_id = any(${articles}) and other_id = any(${articles})`)},
      'tags', ${list(sql`select * from article_tokens where article_id = any(${articles})`)},
      'removed', ${list(sql`select * from removed_tags where article_id = any(${articles})`)}
    ) as state
  `);
  const [row] = rows;
  if (!row) throw new Error('No row came back.');
  return row.state;
}

function list(rows: SQL): SQL {
  return sql`(select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from (${rows}) r)`;
}
