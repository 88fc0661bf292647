import type { Prices } from '@/e2e/world/market/prices';
import { HOUR_MS, MINUTE_MS } from '@/lib/core/time';
import { createArchive, type Archive } from './archive';
import { composeItem } from './compose';
import { assignOutlets, planReposts, type Assignment } from './coverage';
import type { Item } from './item';
import { pinnedEvents } from './pinned-events';
import { composeRepost } from './repost';
import { isChapter, type Timeline, type WorldEvent } from './timeline';

/** The past gets sparser the further back it lies. */
const RECENT_PAST_MS = 3 * HOUR_MS;
const SPARSE = 4;
/** A slot this young is told in full even when the clock has jumped over it. */
const STILL_FRESH_MS = 5 * MINUTE_MS;

/** The archive, and who adds to it as time goes on. */
export interface Newsroom extends Archive {
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
  const archive = createArchive();
  let planned: readonly Plan[] = eventsBefore(settings).flatMap((event) => plansOf(event, settings));
  let nextSlot = timeline.slotOf(startMs) + 1;
  let isPaused = settings.paused;

  function tellUntil(nowMs: number): void {
    const due = planned.filter(({ publishedAt }) => publishedAt <= nowMs);
    planned = planned.filter(({ publishedAt }) => publishedAt > nowMs);
    for (const { compose } of due.toSorted((a, b) => a.publishedAt - b.publishedAt))
      archive.publish(compose());
  }

  tellUntil(startMs);
  if (isPaused) planned = [];

  return {
    ...archive,
    tick(nowMs) {
      const slot = timeline.slotOf(nowMs);
      for (; nextSlot <= slot; nextSlot++) {
        const event = isPaused ? undefined : timeline.eventAt(nextSlot);
        const isTold = event && (event.at > nowMs - STILL_FRESH_MS || isChapter(nextSlot));
        if (isTold) planned = [...planned, ...plansOf(event, settings)];
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
