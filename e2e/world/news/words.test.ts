import { expect, it } from 'vitest';
import { createPrices } from '@/e2e/world/market/prices';
import { composeItem } from './compose';
import { EVENT_KINDS } from './kinds/event-kinds';
import type { EventKind } from './kinds/kind';
import { PINNED_EVENTS } from './kinds/pinned';
import { OUTLETS, type Outlet } from './outlets';
import type { WorldEvent } from './timeline';
import { tokenById, tokensOfKind } from '@/e2e/world/market/tokens';
import { voiceOf } from './voices/voices';

const TELLINGS = 6;
const NOON = Date.UTC(2026, 10, 23, 12);
const prices = createPrices(1, () => []);
const kinds = [...new Set([...EVENT_KINDS, ...PINNED_EVENTS.map(({ kind }) => kind)])];

function eventOf(kind: EventKind, seed: number): WorldEvent {
  const [named] = kind.tokens ?? [];
  const token = typeof named === 'object' ? tokenById(named.id) : named && tokensOfKind(named)[seed % 2];
  return { id: `e${seed}`, at: NOON, kind, token, seed };
}

function write(kind: EventKind, outlet: Outlet, order: number) {
  return composeItem(
    { event: eventOf(kind, order + 11), outlet, order, publishedAt: NOON, origin: 'http://127.0.0.1:1' },
    prices,
  );
}

it('there are at least sixty kinds of events, no two with the same name', () => {
  const ids = kinds.map(({ id }) => id);
  expect(ids.length).toBeGreaterThanOrEqual(60);
  expect(new Set(ids).size).toBe(ids.length);
});

it.each(kinds.map((kind) => [kind.id, kind] as const))(
  '%s can be told by all who write of it, in all its words',
  (id, kind) => {
    for (const outlet of OUTLETS.filter(({ kind: role }) => role !== 'aggregator')) {
      const voice = voiceOf(outlet);
      if (voice !== undefined && !(id in voice.kinds)) continue;
      for (let order = 0; order < TELLINGS; order++) {
        const { title, dek, html } = write(kind, outlet, order);
        expect(title.length).toBeGreaterThan(4);
        expect(dek.length).toBeGreaterThan(10);
        expect(html.match(/<(p|h2|h3|li)[ >]/g)?.length).toBeGreaterThanOrEqual(5);
        expect(`${title} ${dek} ${html}`).not.toMatch(/[{}[\]|]|undefined|NaN/);
      }
    }
  },
);

it('every voice writes only of kinds that exist', () => {
  const written = OUTLETS.flatMap((outlet) => Object.keys(voiceOf(outlet)?.kinds ?? {}));
  const known = new Set(kinds.map(({ id }) => id));
  expect(written.filter((id) => !known.has(id))).toEqual([]);
});
