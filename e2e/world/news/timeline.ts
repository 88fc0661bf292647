import { createChance, seedOf, unitAt, type Chance } from '@/e2e/world/chance';
import type { Impulse } from '@/e2e/world/market/prices';
import { tokenById, tokensOfKind, type WorldToken } from '@/e2e/world/market/tokens';
import { EVENT_KINDS } from './kinds/event-kinds';
import type { EventKind } from './kinds/kind';

/** The share of events that move a price; the others are read and forgotten. */
const MOVING_SHARE = 0.4;
/** Slots that also a world started later tells of: one in nine, see {@link isChapter}. */
const SLOTS_PER_CHAPTER = 9;
const MOVER_CANDIDATES = 8;
const MAX_REMEMBERED = 20_000;
const ROUNDS_PER_RARE = 4;
const FREQUENT_KINDS = EVENT_KINDS.filter(({ rare, tokens, solo }) => !rare && !solo && tokens !== undefined);

/** Something that happens. All that is told of it follows from this. */
export interface WorldEvent {
  readonly id: string;
  readonly at: number;
  readonly kind: EventKind;
  readonly token: WorldToken | undefined;
  readonly seed: number;
}

/** What happens in this world: one event in each slot of time, before the start as well as after it. */
export interface Timeline {
  slotOf(ms: number): number;
  eventAt(slot: number): WorldEvent;
  impulsesBetween(fromMs: number, toMs: number): readonly Impulse[];
}

/** @param changeOf how far a token's price has come in the 24 hours before a moment, in percent */
export function createTimeline(
  seed: number,
  everyMs: number,
  changeOf: (token: WorldToken, ms: number) => number,
): Timeline {
  const timelineSeed = seedOf(seed, 'timeline', everyMs);
  const outlineOf = (slot: number): Outline => {
    const slotSeed = seedOf(timelineSeed, slot);
    const at = Math.floor((slot + unitAt(slotSeed, 0) * 0.7) * everyMs);
    return {
      seed: slotSeed,
      at,
      kind: kindOf(timelineSeed, slot),
      chance: createChance(seedOf(slotSeed, 'event')),
    };
  };
  const impulseAt = remember((slot: number): Impulse | undefined => {
    const { at, kind, chance, seed: eventSeed } = outlineOf(slot);
    const token = kind.impact && pickByVolume(candidatesOf(kind), chance);
    if (!kind.impact || !token || unitAt(eventSeed, 1) > MOVING_SHARE) return undefined;
    return { tokenId: token.id, at, percent: chance.between(...kind.impact) };
  });
  return {
    slotOf: (ms) => Math.floor(ms / everyMs),
    eventAt(slot) {
      const { seed: eventSeed, at, kind, chance } = outlineOf(slot);
      const candidates = candidatesOf(kind);
      const token =
        kind.whenDown === undefined
          ? pickByVolume(candidates, chance)
          : pickMover(candidates, chance, (each) => changeOf(each, at));
      return { id: slot.toString(36), at, kind, token, seed: eventSeed };
    },
    impulsesBetween(fromMs, toMs) {
      const impulses: Impulse[] = [];
      for (let slot = Math.floor(fromMs / everyMs); slot * everyMs < toMs; slot++) {
        const impulse = impulseAt(slot);
        if (impulse) impulses.push(impulse);
      }
      return impulses;
    },
  };
}

/** A slot whose event is told even by a world that was not running then. */
export function isChapter(slot: number, everyNth = 1): boolean {
  return slot % (SLOTS_PER_CHAPTER * everyNth) === 0;
}

/** Kinds come as from a shuffled deck, so none repeats soon; the chapters have a deck of their own. */
function kindOf(seed: number, slot: number): EventKind {
  const isTold = isChapter(slot);
  const card = isTold ? slot / SLOTS_PER_CHAPTER : slot;
  const round = Math.floor(card / EVENT_KINDS.length);
  const kind = deckOf(`${seedOf(seed, isTold ? 'chapters' : 'slots')} ${round}`)[card % EVENT_KINDS.length];
  if (kind === undefined) throw new Error('The deck of events is empty.');
  return kind;
}

/** One round of events. A rare kind is in one round of several; in its place stands a frequent one. */
const deckOf = remember((seedAndRound: string): readonly EventKind[] => {
  const [seed, round] = seedAndRound.split(' ').map(Number);
  const chance = createChance(seedOf(seedAndRound));
  const cards = EVENT_KINDS.map((kind) => {
    const isIn = !kind.rare || (seedOf(seed ?? 0, kind.id) + (round ?? 0)) % ROUNDS_PER_RARE === 0;
    return isIn ? kind : chance.pick(FREQUENT_KINDS);
  });
  return chance.shuffle(cards);
});

const candidatesOf = remember((kind: EventKind) =>
  (kind.tokens ?? []).flatMap((each) => {
    if (typeof each === 'string') return tokensOfKind(each);
    const token = tokenById(each.id);
    return token ? [token] : [];
  }),
);

/** Computes once; the oldest answer goes when there are too many. */
function remember<K, V>(compute: (key: K) => V): (key: K) => V {
  const kept = new Map<K, V>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined || kept.has(key)) return known as V;
    const value = compute(key);
    kept.set(key, value);
    if (kept.size > MAX_REMEMBERED) kept.delete(kept.keys().next().value as K);
    return value;
  };
}

/** The much-traded are in the news more often. */
function pickByVolume(candidates: readonly WorldToken[], chance: Chance): WorldToken | undefined {
  const weights = candidates.map(({ dailyVolumeMillions }) => Math.sqrt(dailyVolumeMillions));
  let left = chance.unit() * weights.reduce((sum, weight) => sum + weight, 0);
  return candidates.find((_, index) => (left -= weights[index] ?? 0) < 0) ?? candidates[0];
}

function pickMover(
  candidates: readonly WorldToken[],
  chance: Chance,
  changeOf: (token: WorldToken) => number,
): WorldToken | undefined {
  const looked = chance.shuffle(candidates).slice(0, MOVER_CANDIDATES);
  return looked.toSorted((a, b) => Math.abs(changeOf(b)) - Math.abs(changeOf(a)))[0];
}

interface Outline {
  readonly seed: number;
  readonly at: number;
  readonly kind: EventKind;
  readonly chance: Chance;
}
