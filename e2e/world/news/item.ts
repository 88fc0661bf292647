import { toSlug } from '@/lib/core/slug';
import type { Outlet } from './outlets';

const MAX_SLUG_CHARS = 60;

export interface Picture {
  readonly path: string;
  readonly type: string;
  readonly alt: string;
}

/** What an outlet has published: one item of its feed and one page. */
export interface Item {
  /** Says nothing about where the world runs, so a world started elsewhere tells the same articles. */
  readonly guid: string;
  readonly path: string;
  readonly outlet: Outlet;
  readonly title: string;
  readonly dek: string;
  readonly html: string;
  readonly categories: readonly string[];
  readonly picture: Picture | undefined;
  readonly theme: string | undefined;
  readonly publishedAt: number;
  readonly updatedAt: number;
  /** When it came into the feed, whatever its date says. */
  readonly firstShownAt: number;
  /** Bears no date in the feed. */
  readonly isUndated: boolean;
  readonly repostOf: Original | undefined;
}

/** What a repost is a copy of. */
export interface Original {
  readonly title: string;
  readonly url: string;
  readonly outletName: string;
  readonly outletUrl: string;
}

export function itemPath(outlet: Outlet, title: string, id: string): string {
  const slug = encodeURIComponent([...toSlug(title)].slice(0, MAX_SLUG_CHARS).join('').replace(/-+$/, ''));
  return `/outlets/${outlet.slug}/${slug === '' ? '' : `${slug}-`}${id}`;
}
