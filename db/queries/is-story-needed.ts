import { sql, type SQL } from 'drizzle-orm';

/**
 * What keeps a story `s` and all of its articles: one of them is not old yet, or is the original of an article of
 * another story. Whatever else comes to point to articles (an alert that was sent, a rule's example) belongs here.
 * @param deskKeepDays the rule for feeds without one of their own; `i` is the installation.
 */
export function isStoryNeeded(now: Date, deskKeepDays: SQL): SQL {
  return sql`
    exists (
      select 1 from articles a join feeds f on f.id = a.feed_id
      left join installation i on i.id = 1
      where a.story_id = s.id
        and (coalesce(f.keep_days, ${deskKeepDays}) is null
          or a.first_seen_at >= ${now.toISOString()}::timestamptz
            - coalesce(f.keep_days, ${deskKeepDays}) * interval '1 day')
    )
    or exists (
      select 1 from articles original join articles repost on repost.repost_of_id = original.id
      where original.story_id = s.id and repost.story_id <> s.id
    )`;
}
