import { asc, ilike } from 'drizzle-orm';
import { database } from '@/db/client';
import { sources } from '@/db/schema/feeds';
import { siteOf } from '@/lib/core/url';
import type { Source } from '@/lib/model/feed';

/** The source whose site has this host, `www.` aside. */
export async function sourceBySite(host: string): Promise<Source | undefined> {
  const near = await database()
    .select()
    .from(sources)
    .where(ilike(sources.siteUrl, `%${host.replace(/[\\%_]/g, String.raw`\$&`)}%`))
    .orderBy(asc(sources.createdAt), asc(sources.id));
  const row = near.find((source) => siteOf(source.siteUrl) === host);
  return row && { ...row, country: row.country ?? undefined };
}
