import type { FeedEntry } from '@/e2e/world/feeds/feed';
import { composeLabItem } from '@/e2e/world/lab/lab-items';
import type { Item } from '@/e2e/world/news/item';
import type { Outlet } from '@/e2e/world/news/outlets';
import { DAY_MS, MINUTE_MS } from '@/lib/core/time';
import { breakXml, type OutletFault, type OutletFaultKind, type OutletFaults } from './outlet-faults';

const FLOOD_ITEMS = 500;
const LEFT_ITEMS = 3;
const GERMAN_ITEMS = 6;
/** Numbers of items that no archive has. */
const FIRST_FLOOD_NUMBER = 1_500;
const TRUNCATED_AT = 0.6;

/** The items of a feed, newest first, as the outlet's faults leave them. */
export function distortItems(items: readonly Item[], outlet: Outlet, faults: OutletFaults): readonly Item[] {
  const find = (kind: OutletFaultKind) => faults.find(outlet.slug, kind);
  if (find('empty')) return [];
  const shrunken = find('shrunken');
  const withdrawn = find('withdrawn');
  const german = find('other-language');
  const flood = find('flood');
  return [
    ...(flood ? composeFlood(outlet, flood) : []),
    ...(german ? composeGerman(outlet, german) : []),
    ...items
      .slice(0, shrunken ? (shrunken.factor ?? LEFT_ITEMS) : undefined)
      .filter((_, position) => !withdrawn || position < 1 || position > (withdrawn.factor ?? 1)),
  ];
}

/** Items as entries, with what the outlet's faults make of their ids, dates and headlines. */
export function toEntries(items: readonly Item[], { slug }: Outlet, distortion: Distortion): FeedEntry[] {
  const { faults, nowMs } = distortion;
  const retitled = faults.find(slug, 'retitled');
  return items.map((item, position) => ({
    item: retitled && position < (retitled.factor ?? 1) ? retitle(item, retitled.sinceMs) : item,
    guid: guidOf(item, faults),
    publishedAt: dateOf(item, faults, nowMs),
  }));
}

/** The document as it leaves the outlet. */
export function distortText(text: string, { slug }: Outlet, faults: OutletFaults): string {
  if (faults.find(slug, 'empty-body')) return '';
  const broken = faults.find(slug, 'bad-xml');
  const written = broken ? breakXml(text, broken.variant ?? 'bare-ampersand') : text;
  if (!faults.find(slug, 'truncated')) return written;
  return written.slice(0, Math.floor(written.length * TRUNCATED_AT));
}

function guidOf({ guid, outlet: { slug } }: Item, faults: OutletFaults): string {
  if (faults.find(slug, 'duplicate-guids')) return `${slug}-the-same`;
  const renamed = faults.find(slug, 'new-guids');
  return renamed ? `${guid}-${renamed.sinceMs}` : guid;
}

function dateOf(item: Item, faults: OutletFaults, nowMs: number): number | undefined {
  const { slug } = item.outlet;
  if (item.isUndated || faults.find(slug, 'missing-date')) return undefined;
  if (faults.find(slug, 'future-date')) return nowMs + DAY_MS;
  return faults.find(slug, 'same-dates')?.sinceMs ?? item.publishedAt;
}

function retitle(item: Item, updatedAt: number): Item {
  return { ...item, title: `Correction: ${item.title}`, updatedAt };
}

function composeFlood(outlet: Outlet, { factor = FLOOD_ITEMS, sinceMs }: OutletFault): Item[] {
  return Array.from({ length: factor }, (_, position) =>
    composeLabItem(FIRST_FLOOD_NUMBER + position, { outlet, publishedAt: sinceMs - position * MINUTE_MS }),
  );
}

function composeGerman(outlet: Outlet, { sinceMs }: OutletFault): Item[] {
  return Array.from({ length: GERMAN_ITEMS }, (_, position) =>
    composeLabItem(FIRST_FLOOD_NUMBER + position, {
      outlet,
      language: 'de',
      publishedAt: sinceMs - position * MINUTE_MS,
    }),
  );
}

export interface Distortion {
  readonly faults: OutletFaults;
  readonly nowMs: number;
}
