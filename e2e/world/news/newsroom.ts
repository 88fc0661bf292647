import type { Prices } from '@/e2e/world/market/prices';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import { composeItem } from './compose';
import { assignOutlets, planReposts, type Assignment } from './coverage';
import type { Item } from './item';
import { pinnedEvents } from './pinned-events';
import { composeRepost } from './repost';
import { isChapter, type Timeline, type WorldEvent } from './timeline';

const MAX_ITEMS_PER_OUTLET = 300;
/** The past gets sparser the further back it lies. */
const RECENT_PAST_MS = 3 * HOUR_MS;
const SPARSE = 4;
/** A slot this young is told in full even when the clock has jumped over it. */
const STILL_FRESH_MS = 5 * MINUTE_MS;

/** All that has been published in this world, newest first. */
export interface Newsroom {
  /** Newest first. */
  itemsOf(outletSlug: string): readonly Item[];
  itemAt(path: string): Item | undefined;
  /** When anything in an outlet's feed changed last: each change falls into a second of its own. */
  changedAt(outletSlug: string): number;
  publish(item: Item): void;
  replace(guid: string, nowMs: number, change: (item: Item) => Item): Item | undefined;
  remove(guid: string, nowMs: number): Item | undefined;
  /** Tells what has happened by now. */
  tick(nowMs: number): void;
  setPaused(paused: boolean): void;
  isPaused(): boolean;
}

export interface NewsroomSettings {
  readonly timeline: Timeline;
  readonly prices: Prices;
  readonly seed: number;
  readonly origin: string;
  readonly startMs: number;
  readonly historyMs: number;
  readonly paused: boolean;
}

export function createNewsroom(settings: NewsroomSettings): Newsroom {
  const { timeline, startMs } = settings;
  const published = new Map<string, Item[]>();
  const changed = new Map<string, number>();
  let planned: Plan[] = [];
  let nextSlot = timeline.slotOf(startMs) + 1;
  let isPaused = settings.paused;

  function noteChange(slug: string, atMs: number): void {
    changed.set(slug, Math.max(atMs, (changed.get(slug) ?? 0) + SECOND_MS));
  }

  function publish(item: Item): void {
    noteChange(item.outlet.slug, item.firstShownAt);
    const items = [...(published.get(item.outlet.slug) ?? []), item];
    published.set(
      item.outlet.slug,
      items.toSorted((a, b) => b.publishedAt - a.publishedAt).slice(0, MAX_ITEMS_PER_OUTLET),
    );
  }

  function plan(event: WorldEvent): void {
    planned.push(...plansOf(event, settings));
  }

  function tellUntil(nowMs: number): void {
    const due = planned
      .filter(({ publishedAt }) => publishedAt <= nowMs)
      .toSorted((a, b) => a.publishedAt - b.publishedAt);
    planned = planned.filter(({ publishedAt }) => publishedAt > nowMs);
    for (const { compose } of due) publish(compose());
  }

  function change(guid: string, nowMs: number, toNew: (item: Item) => Item | undefined): Item | undefined {
    for (const [slug, items] of published) {
      const known = items.find((item) => item.guid === guid);
      if (!known) continue;
      const replacement = toNew(known);
      published.set(
        slug,
        items.flatMap((item) => (item === known ? (replacement ?? []) : item)),
      );
      noteChange(slug, nowMs);
      return replacement ?? known;
    }
    return undefined;
  }

  for (const event of eventsBefore(settings)) plan(event);
  tellUntil(startMs);
  if (isPaused) planned = [];

  return {
    itemsOf: (slug) => published.get(slug) ?? [],
    itemAt: (path) => published.get(path.split('/')[2] ?? '')?.find((item) => item.path === path),
    changedAt: (slug) => changed.get(slug) ?? settings.startMs,
    publish,
    replace: change,
    remove: (guid, nowMs) => change(guid, nowMs, () => undefined),
    tick(nowMs) {
      const slot = timeline.slotOf(nowMs);
      for (; nextSlot <= slot; nextSlot++) {
        const event = isPaused ? undefined : timeline.eventAt(nextSlot);
        if (event && (event.at > nowMs - STILL_FRESH_MS || isChapter(nextSlot))) plan(event);
      }
      tellUntil(nowMs);
    },
    setPaused(paused) {
      isPaused = paused;
      if (paused) planned = [];
    },
    isPaused: () => isPaused,
  };
}

/** What happened before the world began: dense in the last hours, sparse before, and what every start tells. */
function eventsBefore({ timeline, startMs, historyMs, seed }: NewsroomSettings): readonly WorldEvent[] {
  const events = historyMs > 0 ? [...pinnedEvents(seed, startMs)] : [];
  for (let slot = timeline.slotOf(startMs - historyMs) + 1; slot <= timeline.slotOf(startMs); slot++) {
    if (!isChapter(slot)) continue;
    const event = timeline.eventAt(slot);
    if (isChapter(slot, SPARSE) || event.at > startMs - RECENT_PAST_MS) events.push(event);
  }
  return events;
}

function plansOf(event: WorldEvent, { prices, origin }: NewsroomSettings): readonly Plan[] {
  const told = assignOutlets(event);
  const compose = ({ outlet, order, publishedAt }: Assignment) =>
    composeItem({ event, outlet, order, publishedAt, origin }, prices);
  const originals = told.map((each) => ({ publishedAt: each.publishedAt, compose: () => compose(each) }));
  const copies = planReposts(event, told).map(({ outlet, of, publishedAt }) => ({
    publishedAt,
    compose: () => composeRepost(compose(of), { outlet, publishedAt, origin }),
  }));
  return [...originals, ...copies];
}

interface Plan {
  readonly publishedAt: number;
  readonly compose: () => Item;
}
