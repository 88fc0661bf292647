import { SECOND_MS } from '@/lib/core/time';
import type { Item } from './item';

const MAX_ITEMS_PER_OUTLET = 300;

/** Everything the outlets have published and not withdrawn. */
export interface Archive {
  /** Newest first. */
  itemsOf(outletSlug: string): readonly Item[];
  itemAt(path: string): Item | undefined;
  /** When anything in an outlet's feed changed last: each change falls into a second of its own. */
  changedAt(outletSlug: string): number | undefined;
  publish(item: Item): void;
  replace(guid: string, nowMs: number, change: (item: Item) => Item): Item | undefined;
  remove(guid: string, nowMs: number): Item | undefined;
}

export function createArchive(): Archive {
  const published = new Map<string, readonly Item[]>();
  const changed = new Map<string, number>();

  function store(slug: string, items: readonly Item[], atMs: number): void {
    const sorted = items.toSorted((a, b) => b.publishedAt - a.publishedAt);
    published.set(slug, sorted.slice(0, MAX_ITEMS_PER_OUTLET));
    changed.set(slug, Math.max(atMs, (changed.get(slug) ?? 0) + SECOND_MS));
  }

  function change(guid: string, nowMs: number, toNew: (item: Item) => Item | undefined): Item | undefined {
    for (const [slug, items] of published) {
      const known = items.find((item) => item.guid === guid);
      if (!known) continue;
      const replacement = toNew(known);
      const others = items.filter((item) => item !== known);
      store(slug, replacement ? [...others, replacement] : others, nowMs);
      return replacement ?? known;
    }
    return undefined;
  }

  return {
    itemsOf: (slug) => published.get(slug) ?? [],
    itemAt: (path) => published.get(path.split('/')[2] ?? '')?.find((item) => item.path === path),
    changedAt: (slug) => changed.get(slug),
    publish: (item) => {
      const { slug } = item.outlet;
      store(slug, [...(published.get(slug) ?? []), item], item.firstShownAt);
    },
    replace: change,
    remove: (guid, nowMs) => change(guid, nowMs, () => undefined),
  };
}
