import { database } from '@/db/client';
import { installation } from '@/db/schema/installation';
import type { DeskSettings } from '@/lib/model/desk-settings';

const UNTOUCHED: DeskSettings = { keepArticlesDays: undefined, keepFetchesDays: 30 };

/** What is decided for the whole desk. */
export async function readDeskSettings(): Promise<DeskSettings> {
  const [row] = await database()
    .select({
      keepArticlesDays: installation.keepArticlesDays,
      keepFetchesDays: installation.keepFetchesDays,
    })
    .from(installation);
  return row ? { ...row, keepArticlesDays: row.keepArticlesDays ?? undefined } : UNTOUCHED;
}
