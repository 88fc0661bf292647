import { isOtherHeadline } from '@/lib/model/headline-change';

/** What tells items of one source apart. */
interface Identity {
  readonly guid: string;
  readonly url: string;
  readonly canonicalUrl: string;
  readonly title: string;
}

/**
 * Items that link to one page without being one: of a site whose feed links to its front page, or to one list of
 * changes. Each gets an address of its own, its id behind a `#`, and stays an article of its own.
 */
export function withOwnAddresses<T extends Identity>(items: readonly T[]): readonly T[] {
  const byAddress = new Map<string, T[]>();
  for (const item of items) {
    const others = byAddress.get(item.canonicalUrl);
    if (others) others.push(item);
    else byAddress.set(item.canonicalUrl, [item]);
  }
  return items.map((item) => {
    const others = (byAddress.get(item.canonicalUrl) ?? []).filter((other) => other !== item);
    const isShared = others.length > 0 && others.every((other) => isAnotherAt(item, other));
    return isShared || isFrontPage(item) ? withOwnAddress(item) : item;
  });
}

/** Two items of one address are two where the feed gives them different ids and different headlines. */
export function isAnotherAt(
  item: Identity,
  other: Pick<Identity, 'guid' | 'canonicalUrl' | 'title'>,
): boolean {
  return hasOwnId(item) && item.guid !== other.guid && isOtherHeadline(other.title, item.title);
}

export function withOwnAddress<T extends Identity>(item: T): T {
  const address = new URL(item.canonicalUrl);
  address.hash = item.guid;
  return { ...item, canonicalUrl: address.href };
}

/** No article is the front page of its site. */
function isFrontPage(item: Identity): boolean {
  const { pathname, search, hash } = new URL(item.canonicalUrl);
  return pathname === '/' && search === '' && hash === '' && hasOwnId(item);
}

function hasOwnId({ guid, url, canonicalUrl }: Identity): boolean {
  return guid !== url && guid !== canonicalUrl;
}
