import { ilike } from 'drizzle-orm';
import { database, type Database, type Transaction } from '@/db/client';
import { sources } from '@/db/schema/feeds';
import { toHttpUrl } from '@/lib/core/url';
import type { Source } from '@/lib/model/feed';

/**
 * The source on whose site an address lies: the same host, `www.` aside, and a path within the site's own.
 * Where sites lie within one another it is the innermost.
 */
export async function sourceBySite(
  address: string,
  within: Database | Transaction = database(),
): Promise<Source | undefined> {
  const url = toHttpUrl(address);
  if (!url) return undefined;
  const near = await within
    .select()
    .from(sources)
    .where(ilike(sources.siteUrl, `%${bareHost(url).replace(/[\\%_]/g, String.raw`\$&`)}%`));
  const [row] = near
    .flatMap((source) => {
      const site = toHttpUrl(source.siteUrl);
      return site && isWithin(url, site) ? { source, depth: site.pathname.length } : [];
    })
    .toSorted((one, other) => other.depth - one.depth);
  return row && { ...row.source, country: row.source.country ?? undefined };
}

function isWithin(url: URL, site: URL): boolean {
  const path = site.pathname.replace(/\/?$/, '/');
  return bareHost(url) === bareHost(site) && `${url.pathname}/`.startsWith(path);
}

function bareHost(url: URL): string {
  return url.host.replace(/^www\./, '');
}
