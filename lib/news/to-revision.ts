import type { Revision } from '@/db/writes/revise-articles';
import type { TaggedArticle } from '@/lib/model/article';
import { isOtherHeadline } from '@/lib/model/headline-change';
import type { KnownArticle } from '@/lib/model/known-article';
import type { KnownMatch, KnownSet } from './match-known';

/** What changes of a known article that its own feed lists again; `undefined` where nothing does. */
export function toRevision({ article, known, by }: KnownMatch, others: KnownSet): Revision | undefined {
  const isReworded = known.contentHash !== article.contentHash;
  const guid = by === 'address' && !others.byGuid.has(article.guid) ? article.guid : known.guid;
  const hasMoved = known.canonicalUrl !== article.canonicalUrl && !others.byAddress.has(article.canonicalUrl);
  if (!isReworded && guid === known.guid && !hasMoved && known.withdrawnAt === undefined) return undefined;
  const { url, canonicalUrl } = hasMoved ? article : known;
  const changes = changesOf(article, known);
  return { articleId: known.articleId, article, guid, url, canonicalUrl, isReworded, changes };
}

function changesOf({ title }: TaggedArticle, known: KnownArticle): Revision['changes'] {
  const titles = { before: known.title, after: title };
  const isRetitled = isOtherHeadline(known.title, title);
  const isBack = known.withdrawnAt !== undefined;
  return [
    ...(isRetitled ? [{ kind: 'retitled' as const, ...titles }] : []),
    ...(isBack ? [{ kind: 'back' as const, ...titles }] : []),
  ];
}
