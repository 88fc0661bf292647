import { eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { sources } from '@/db/schema/feeds';
import type { Source } from '@/lib/model/feed';
import type { SourceId } from '@/lib/model/ids';

/** Corrects what is said of a source. Its id stays: addresses lead to it. */
export async function updateSource(id: SourceId, source: Omit<Source, 'id'>): Promise<boolean> {
  const { name, siteUrl, language, country, kind, cryptoOnly } = source;
  const changed = await database()
    .update(sources)
    .set({ name, siteUrl, language, country: country ?? null, kind, cryptoOnly })
    .where(eq(sources.id, id))
    .returning({ id: sources.id });
  return changed.length > 0;
}
