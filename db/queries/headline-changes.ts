import { and, desc, eq, isNull } from 'drizzle-orm';
import { database } from '@/db/client';
import { articles, headlineChanges } from '@/db/schema/articles';
import { sources } from '@/db/schema/feeds';
import type { Headline } from '@/lib/model/headline';
import type { HeadlineChange } from '@/lib/model/headline-change';
import type { ArticleId, StoryId } from '@/lib/model/ids';
import { headlineColumns, toHeadline } from './select-headline';

/** More than anybody reads; a headline that changes back and forth has no end. */
const MAX_CHANGES = 30;

/** What an article's source changed after the desk had seen it, the latest first. */
export async function readHeadlineChanges(id: ArticleId): Promise<readonly HeadlineChange[]> {
  const rows = await database()
    .select()
    .from(headlineChanges)
    .where(eq(headlineChanges.articleId, id))
    .orderBy(desc(headlineChanges.at), desc(headlineChanges.id))
    .limit(MAX_CHANGES);
  return rows.map(toHeadlineChange);
}

/** A change, and whose headline it was. */
export interface StoryHeadlineChange extends HeadlineChange {
  readonly headline: Headline;
}

/** What any source of a story changed after the desk had seen it, the latest first. */
export async function readStoryHeadlineChanges(id: StoryId): Promise<readonly StoryHeadlineChange[]> {
  const rows = await database()
    .select({ change: headlineChanges, headline: headlineColumns })
    .from(headlineChanges)
    .innerJoin(articles, eq(articles.id, headlineChanges.articleId))
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .where(and(eq(articles.storyId, id), isNull(articles.hiddenAt)))
    .orderBy(desc(headlineChanges.at), desc(headlineChanges.id))
    .limit(MAX_CHANGES);
  return rows.map((row) => ({ ...toHeadlineChange(row.change), headline: toHeadline(row.headline) }));
}

function toHeadlineChange({ kind, at, before, after }: typeof headlineChanges.$inferSelect): HeadlineChange {
  return { kind, at, before, after: after ?? undefined };
}
