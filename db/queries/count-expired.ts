import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { ALWAYS_KEPT_FETCHES, type DeskSettings, type RetentionEffect } from '@/lib/model/desk-settings';
import { isStoryNeeded } from './is-story-needed';

/** What would go by these rules, as the sweeper would judge it: stories whole, and none that is needed. */
export async function countExpired(rules: DeskSettings, now: Date): Promise<RetentionEffect> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const deskKeepDays = sql`${rules.keepArticlesDays ?? null}::int`;
  const [articles, fetches] = await Promise.all([
    database().execute<{ count: number }>(sql`
      select count(*)::int as count
      from articles own join feeds on feeds.id = own.feed_id join stories s on s.id = own.story_id
      where own.first_seen_at < ${at} - coalesce(feeds.keep_days, ${deskKeepDays}) * interval '1 day'
        and not (${isStoryNeeded(now, deskKeepDays)})`),
    database().execute<{ count: number }>(sql`
      select count(*)::int as count from (
        select started_at, row_number() over (
          partition by feed_id order by started_at desc nulls first, id desc) as position
        from fetches
      ) line
      where position > ${ALWAYS_KEPT_FETCHES} and started_at < ${at} - ${rules.keepFetchesDays}::int * interval '1 day'`),
  ]);
  return { articles: articles.rows[0]?.count ?? 0, fetches: fetches.rows[0]?.count ?? 0 };
}
