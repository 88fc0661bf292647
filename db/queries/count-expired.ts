import { and, count, eq, lt, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { feeds, fetches } from '@/db/schema/feeds';
import { DAY_MS } from '@/lib/core/time';
import type { DeskSettings, RetentionEffect } from '@/lib/model/desk-settings';

/** How much is older than these rules allow; of the articles those that something still needs stay all the same. */
export async function countExpired(rules: DeskSettings, now: Date): Promise<RetentionEffect> {
  const keepDays = sql`coalesce(${feeds.keepDays}, ${rules.keepArticlesDays ?? null}::int)`;
  const fetchedBefore = new Date(now.getTime() - rules.keepFetchesDays * DAY_MS);
  const [[old], [logged]] = await Promise.all([
    database()
      .select({ articles: count() })
      .from(articles)
      .innerJoin(feeds, eq(feeds.id, articles.feedId))
      .where(
        and(
          sql`${keepDays} is not null`,
          lt(articles.firstSeenAt, sql`${now.toISOString()}::timestamptz - ${keepDays} * interval '1 day'`),
        ),
      ),
    database().select({ fetches: count() }).from(fetches).where(lt(fetches.startedAt, fetchedBefore)),
  ]);
  return { articles: old?.articles ?? 0, fetches: logged?.fetches ?? 0 };
}
