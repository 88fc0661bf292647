import { database } from '@/db/client';
import { installation } from '@/db/schema/installation';
import type { DeskSettings } from '@/lib/model/desk-settings';

/** Stores what was decided for the whole desk. */
export async function updateDeskSettings({ keepArticlesDays, keepFetchesDays }: DeskSettings): Promise<void> {
  await database()
    .update(installation)
    .set({ keepArticlesDays: keepArticlesDays ?? null, keepFetchesDays });
}
