import { articles } from '@/db/schema/articles';
import { sources } from '@/db/schema/feeds';
import type { Headline } from '@/lib/model/headline';

/** The columns behind a {@link Headline}; the query must join `articles` with `sources`. */
export const headlineColumns = {
  id: articles.id,
  slug: articles.slug,
  title: articles.title,
  dek: articles.dek,
  language: articles.language,
  imageUrl: articles.imageUrl,
  imageAlt: articles.imageAlt,
  claimedAt: articles.claimedAt,
  firstSeenAt: articles.firstSeenAt,
  at: articles.sortedAt,
  repostOfId: articles.repostOfId,
  relation: articles.storyRelation,
  sourceId: sources.id,
  sourceName: sources.name,
  sourceKind: sources.kind,
};

export function toHeadline(row: HeadlineRow): Headline {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    dek: row.dek ?? undefined,
    language: row.language,
    source: { id: row.sourceId, name: row.sourceName, kind: row.sourceKind },
    image: row.imageUrl === null ? undefined : { url: row.imageUrl, alt: row.imageAlt ?? undefined },
    claimedAt: row.claimedAt ?? undefined,
    firstSeenAt: row.firstSeenAt,
    at: row.at,
    repost: row.relation === 'repost' || row.repostOfId !== null,
  };
}

type HeadlineRow = { [Column in keyof typeof headlineColumns]: ValueOf<(typeof headlineColumns)[Column]> };
type ValueOf<C extends { _: { data: unknown; notNull: boolean } }> = C['_']['notNull'] extends true
  ? C['_']['data']
  : C['_']['data'] | null;
