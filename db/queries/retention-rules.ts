import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { feeds } from '@/db/schema/feeds';
import { installation } from '@/db/schema/installation';
import type { FeedId, SourceId } from '@/lib/model/ids';

export interface RetentionRules {
  readonly keepFetchesDays: number;
  /** Feeds whose articles go after a time; those not named keep theirs. */
  readonly feeds: readonly FeedRule[];
}

export interface FeedRule {
  readonly feedId: FeedId;
  readonly sourceId: SourceId;
  readonly keepDays: number;
}

/** How long things are kept. A removed feed's articles follow the same rules. */
export async function readRetentionRules(): Promise<RetentionRules> {
  const [desk] = await database()
    .select({
      keepArticlesDays: installation.keepArticlesDays,
      keepFetchesDays: installation.keepFetchesDays,
    })
    .from(installation)
    .where(eq(installation.id, 1));
  const keepDays = sql<number>`coalesce(${feeds.keepDays}, ${desk?.keepArticlesDays ?? null}::int)`;
  const rules = await database()
    .select({ feedId: feeds.id, sourceId: feeds.sourceId, keepDays })
    .from(feeds)
    .where(
      and(
        isNotNull(keepDays),
        sql`exists (select 1 from ${articles} where ${articles.sourceId} = ${feeds.sourceId})`,
      ),
    );
  return { keepFetchesDays: desk?.keepFetchesDays ?? DEFAULT_KEEP_FETCHES_DAYS, feeds: rules };
}

const DEFAULT_KEEP_FETCHES_DAYS = 30;
