import { eq } from 'drizzle-orm';
import { database, type Database, type Transaction } from '@/db/client';
import { sources } from '@/db/schema/feeds';
import { siteOf } from '@/lib/core/url';
import type { Source } from '@/lib/model/feed';

/** The source of this name on the host of that address: where many publishers share a host, the name tells. */
export async function sourceByName(
  name: string,
  address: string,
  within: Database | Transaction = database(),
): Promise<Source | undefined> {
  const namesakes = await within.select().from(sources).where(eq(sources.name, name));
  const row = namesakes.find((source) => siteOf(source.siteUrl) === siteOf(address));
  return row && { ...row, country: row.country ?? undefined };
}
