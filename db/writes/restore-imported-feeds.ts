import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { feeds } from '@/db/schema/feeds';
import { opmlImportLines } from '@/db/schema/opml';
import { FIRST_POLLS_APART_MS } from '@/lib/model/opml-import';

/**
 * Puts the feeds an import added back into the catalogue, asked one after the other. An address that was added
 * again meanwhile stays as it is. Returns how many came back.
 */
export async function restoreImportedFeeds(importId: number, now: Date): Promise<number> {
  const restored = await database().execute(sql`
    with gone as (
      select ${feeds.id} as id, row_number() over (order by ${feeds.id}) as turn
      from ${feeds}
      where ${feeds.removedAt} is not null
        and ${feeds.id} in (
          select ${opmlImportLines.feedId} from ${opmlImportLines}
          where ${opmlImportLines.importId} = ${importId} and ${opmlImportLines.result} = 'added')
        and not exists (
          select 1 from ${feeds} twin where twin.url = ${feeds.url} and twin.removed_at is null)
    )
    update ${feeds}
    set removed_at = null, next_poll_at = ${now.toISOString()}::timestamptz + gone.turn * ${`${FIRST_POLLS_APART_MS} ms`}::interval
    from gone where ${feeds.id} = gone.id
    returning ${feeds.id}`);
  return restored.rowCount ?? 0;
}
