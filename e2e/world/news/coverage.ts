import { createChance, seedOf, type Chance } from '@/e2e/world/chance';
import { MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import { hasWords } from './compose';
import { nameIn } from './facts';
import { OUTLETS, type Outlet } from './outlets';
import { pinnedOutlets } from './pinned-events';
import type { WorldEvent } from './timeline';

const NEXT_TELLING_MS = [20 * SECOND_MS, 5 * MINUTE_MS] as const;
const TRANSLATION_MS = [MINUTE_MS, 12 * MINUTE_MS] as const;
const REPOST_MS = [90 * SECOND_MS, 11 * MINUTE_MS] as const;
/** How likely an event is told by so many English newsrooms at most. */
const NEWSROOM_ODDS: readonly number[] = [0.34, 0.62, 0.82, 0.94, 1];

/** Who tells an event, in which order and when. */
export interface Assignment {
  readonly outlet: Outlet;
  readonly order: number;
  readonly publishedAt: number;
}

/** An aggregator's copy of what another outlet told. */
export interface RepostPlan {
  readonly outlet: Outlet;
  readonly of: Assignment;
  readonly publishedAt: number;
}

/** Who writes about an event: the exchange itself first, then newsrooms one after the other, then other languages. */
export function assignOutlets(event: WorldEvent): readonly Assignment[] {
  const chance = createChance(seedOf(event.seed, 'coverage'));
  const willing = OUTLETS.filter((outlet) => isWilling(outlet, event, chance));
  const newsrooms = chance.shuffle(
    willing.filter(({ kind, language }) => kind === 'newsroom' && language === 'en'),
  );
  const { titles, deks, solo } = event.kind;
  const drawn = chance.unit();
  const most = solo
    ? 1
    : Math.min(titles.length, deks.length, 1 + NEWSROOM_ODDS.findIndex((odds) => drawn < odds));
  const told = pinnedOutlets(event) ?? (newsrooms.length > 0 ? newsrooms.slice(0, most) : fallback(event));
  const official = willing.filter(({ kind }) => kind === 'official');
  const abroad = solo ? [] : willing.filter(({ language }) => language !== 'en');
  let at = event.at;
  const inTurn = [...official, ...told].map((outlet, order) => {
    const assignment = { outlet, order, publishedAt: Math.round(at) };
    at += chance.between(...NEXT_TELLING_MS);
    return assignment;
  });
  const translated = abroad.map((outlet, index) => ({
    outlet,
    order: index,
    publishedAt: Math.round(event.at + chance.between(...TRANSLATION_MS)),
  }));
  return [...inTurn, ...translated];
}

/** Which aggregators copy which of the tellings. */
export function planReposts(event: WorldEvent, told: readonly Assignment[]): readonly RepostPlan[] {
  const chance = createChance(seedOf(event.seed, 'reposts'));
  const sources = told.filter(({ outlet }) => outlet.kind === 'newsroom' && outlet.language === 'en');
  return OUTLETS.filter(({ kind }) => kind === 'aggregator').flatMap((outlet) => {
    const isTaken = chance.isLikely(outlet.appetite);
    const delay = chance.between(...REPOST_MS);
    if (!isTaken || sources.length === 0) return [];
    const of = chance.pick(sources);
    return [{ outlet, of, publishedAt: Math.round(of.publishedAt + delay) }];
  });
}

function isWilling(outlet: Outlet, event: WorldEvent, chance: Chance): boolean {
  const isInterested = chance.isLikely(outlet.appetite);
  if (!outlet.themes.includes(event.kind.theme) || !hasWords(outlet, event)) return false;
  return outlet.kind === 'official'
    ? `${nameIn(event, 'venue')} Announcements` === outlet.name
    : isInterested;
}

/** Nothing goes untold. */
function fallback(event: WorldEvent): readonly Outlet[] {
  const first = OUTLETS.find(
    ({ kind, language, themes }) =>
      kind === 'newsroom' && language === 'en' && themes.includes(event.kind.theme),
  );
  return first ? [first] : [];
}
