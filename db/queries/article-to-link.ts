import { eq, or, type SQL } from 'drizzle-orm';
import { database } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { sources } from '@/db/schema/feeds';
import type { Source } from '@/lib/model/feed';
import type { ArticleId } from '@/lib/model/ids';

/** An article as the linker reads it. */
export interface ArticleToLink {
  readonly id: ArticleId;
  readonly title: string;
  readonly dek: string | undefined;
  readonly bodyText: string;
  readonly source: Pick<Source, 'name' | 'cryptoOnly' | 'injectsTokens' | 'allCaps'>;
}

/** By its id on this desk, or by an address of its own; `undefined` where the desk does not have it. */
export async function findArticleToLink(
  which: { readonly id: ArticleId } | { readonly url: string },
): Promise<ArticleToLink | undefined> {
  const [row] = await database()
    .select({
      id: articles.id,
      title: articles.title,
      dek: articles.dek,
      bodyText: articles.bodyText,
      source: {
        name: sources.name,
        cryptoOnly: sources.cryptoOnly,
        injectsTokens: sources.injectsTokens,
        allCaps: sources.allCaps,
      },
    })
    .from(articles)
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .where('id' in which ? eq(articles.id, which.id) : isAt(which.url))
    .limit(1);
  return row && { ...row, dek: row.dek ?? undefined };
}

function isAt(url: string): SQL | undefined {
  return or(eq(articles.canonicalUrl, url), eq(articles.url, url));
}
