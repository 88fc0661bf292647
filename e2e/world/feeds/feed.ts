import type { Item } from '@/e2e/world/news/item';
import type { Outlet } from '@/e2e/world/news/outlets';

/** A feed about to be written: an outlet's items as they are to appear in it. */
export interface Feed {
  readonly outlet: Outlet;
  readonly origin: string;
  readonly entries: readonly FeedEntry[];
  /** When anything in it changed last. */
  readonly updatedAt: number;
}

/** An item with what a fault may change about it. */
export interface FeedEntry {
  readonly item: Item;
  readonly guid: string;
  readonly publishedAt: number | undefined;
}

/** The address an item has in a feed: some outlets count clicks. */
export function linkOf({ item }: FeedEntry, { outlet, origin }: Feed): string {
  const campaign = `?utm_source=rss_feed&utm_medium=rss&utm_campaign=${outlet.slug}`;
  return `${origin}${item.path}${outlet.feed.tracked ? campaign : ''}`;
}

export function homeOf({ outlet, origin }: Feed): string {
  return `${origin}/outlets/${outlet.slug}/`;
}

export function feedUrlOf({ outlet, origin }: Feed): string {
  return `${origin}/outlets/${outlet.slug}/${outlet.feed.file}`;
}

/** What stands in the text of an item: all of it or nothing, with its picture where the outlet has no better place. */
export function contentOf({ item }: FeedEntry, { outlet, origin }: Feed): string | undefined {
  if (!outlet.feed.fullText) return undefined;
  const { picture } = item;
  const isInText = picture !== undefined && outlet.feed.picture === 'in-text';
  const image = isInText ? `<p><img src="${origin}${picture.path}" alt="${picture.alt}" /></p>\n` : '';
  return `${image}${item.html}`;
}
