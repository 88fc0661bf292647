import type { TaggedArticle } from '@/lib/model/article';
import type { ArticleId } from '@/lib/model/ids';
import type { KnownArticle } from '@/lib/model/known-article';
import { isAnotherAt, withOwnAddress } from './own-address';

/** Which article an item is. */
export type Match =
  | { readonly kind: 'new'; readonly article: TaggedArticle }
  | KnownMatch
  /** Another item of the same answer is this article already. */
  | { readonly kind: 'twin'; readonly articleId: ArticleId };

export interface KnownMatch {
  readonly kind: 'known';
  readonly article: TaggedArticle;
  readonly known: KnownArticle;
  readonly by: 'guid' | 'address';
}

/** What one answer says of its items as a whole. */
export interface Answer {
  /** Ids that several items of it share: they identify nothing. */
  readonly sharedGuids: ReadonlySet<string>;
  readonly addresses: ReadonlySet<string>;
  /** Articles that other items of it are, unchanged or just matched. */
  readonly taken: Set<ArticleId>;
}

export function toAnswer(articles: readonly TaggedArticle[], unchanged: readonly ArticleId[]): Answer {
  const addressOf = new Map<string, string>();
  const sharedGuids = new Set<string>();
  for (const { guid, canonicalUrl } of articles) {
    const other = addressOf.get(guid);
    if (other !== undefined && other !== canonicalUrl) sharedGuids.add(guid);
    addressOf.set(guid, canonicalUrl);
  }
  return { sharedGuids, addresses: new Set(addressOf.values()), taken: new Set(unchanged) };
}

/**
 * Finds the article an item is: by the feed's own id, else by its canonical address. An id whose article stands in the
 * same answer under another address is no id, but a feed that gives all its items the same one.
 */
export function matchKnown(article: TaggedArticle, known: KnownSet, answer: Answer): Match {
  const byGuid = known.byGuid.get(article.guid);
  const byAddress = known.byAddress.get(article.canonicalUrl);
  const isNoId = answer.sharedGuids.has(article.guid) || (byGuid && isAnother(byGuid, article, answer));
  if (byGuid && !isNoId) return take(answer, { kind: 'known', article, known: byGuid, by: 'guid' });
  const named = isNoId ? { ...article, guid: article.canonicalUrl } : article;
  if (!byAddress) return { kind: 'new', article: named };
  if (answer.taken.has(byAddress.articleId)) {
    if (isAnotherAt(named, byAddress)) return { kind: 'new', article: withOwnAddress(named) };
    return { kind: 'twin', articleId: byAddress.articleId };
  }
  return take(answer, { kind: 'known', article: named, known: byAddress, by: 'address' });
}

function isAnother(known: KnownArticle, { canonicalUrl }: TaggedArticle, answer: Answer): boolean {
  if (known.canonicalUrl === canonicalUrl) return false;
  return answer.taken.has(known.articleId) || answer.addresses.has(known.canonicalUrl);
}

function take(answer: Answer, match: KnownMatch): Match {
  answer.taken.add(match.known.articleId);
  return match;
}

export interface KnownSet {
  readonly byGuid: ReadonlyMap<string, KnownArticle>;
  readonly byAddress: ReadonlyMap<string, KnownArticle>;
}

export function toKnownSet(known: readonly KnownArticle[]): KnownSet {
  return {
    byGuid: new Map(known.map((row) => [row.guid, row])),
    byAddress: new Map(known.map((row) => [row.canonicalUrl, row])),
  };
}
