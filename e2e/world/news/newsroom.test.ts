import { describe, expect, it } from 'vitest';
import { createPrices, type Prices } from '@/e2e/world/market/prices';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/core/time';
import type { Item } from './item';
import { createNewsroom, type Newsroom } from './newsroom';
import { OUTLETS } from './outlets';
import { createTimeline, type Timeline } from './timeline';

const NOON = Date.UTC(2026, 10, 23, 12);
const EVERY_MS = 40_000;
const MAX_ALIKE = 0.45;

function openNewsroom(seed: number, startMs: number, historyHours = 3): Newsroom {
  const prices: Prices = createPrices(seed, (from, to) => timeline.impulsesBetween(from, to));
  const timeline: Timeline = createTimeline(seed, EVERY_MS, ({ id }, ms) => {
    return (prices.at(id, ms) / prices.at(id, ms - DAY_MS) - 1) * 100;
  });
  const origin = 'http://127.0.0.1:1';
  return createNewsroom({
    timeline,
    prices,
    seed,
    origin,
    startMs,
    historyMs: historyHours * HOUR_MS,
    paused: false,
  });
}

const newsroom = openNewsroom(1, NOON, 36);
const all = (room: Newsroom) => OUTLETS.flatMap(({ slug }) => room.itemsOf(slug));
const itemsAtStart = all(newsroom);

describe('the archive at the start', () => {
  it('holds at least 120 articles of the last 36 hours, every outlet among them, none from the future', () => {
    expect(itemsAtStart.length).toBeGreaterThanOrEqual(120);
    expect(OUTLETS.filter(({ slug }) => newsroom.itemsOf(slug).length < 2)).toEqual([]);
    for (const { publishedAt } of itemsAtStart) {
      expect(publishedAt).toBeLessThanOrEqual(NOON);
      expect(publishedAt).toBeGreaterThan(NOON - 37 * HOUR_MS);
    }
  });

  it('has no title twice in one outlet and no sentence left unfinished', () => {
    for (const { slug } of OUTLETS) {
      const titles = newsroom.itemsOf(slug).map(({ title }) => title);
      expect(titles.length - new Set(titles).size).toBeLessThanOrEqual(1);
    }
    for (const { title, dek, html } of itemsAtStart) {
      expect(`${title} ${dek} ${html}`).not.toMatch(/[{}|]\w|\bundefined\b|NaN|Infinity|\[(?!…)/);
    }
  });

  it('tells of artificial intelligence in China from two newsrooms and of Sleepless AI by name', () => {
    const titles = itemsAtStart.filter(({ outlet }) => outlet.kind === 'newsroom').map(({ title }) => title);
    expect(
      titles.filter((title) => /artificial intelligence/i.test(title) && title.includes('China')),
    ).toHaveLength(2);
    expect(titles.some((title) => title.startsWith('Sleepless AI (AI)'))).toBe(true);
    expect(titles.some((title) => title.includes('NEAR the'))).toBe(true);
    expect(titles.some((title) => title.startsWith('LINK in'))).toBe(true);
  });

  it('is the same for the same seed and moment, and another for another seed', () => {
    const told = (room: Newsroom) =>
      all(room).map(({ guid, title, html, publishedAt }) => [guid, title, html, publishedAt]);
    const once = told(openNewsroom(1, NOON));
    expect(told(openNewsroom(1, NOON))).toEqual(once);
    expect(told(openNewsroom(2, NOON))).not.toEqual(once);
  });

  it('is told the same again by a world started ten minutes later', () => {
    const later = new Map(all(openNewsroom(1, NOON + 10 * MINUTE_MS)).map((item) => [item.guid, item]));
    const recent = itemsAtStart.filter(({ publishedAt }) => publishedAt > NOON - 2 * HOUR_MS);
    const again = recent.filter(({ guid, html }) => later.get(guid)?.html === html);
    expect(again.length).toBeGreaterThan(recent.length * 0.85);
  });

  it('has copies by aggregators that say where they are from', () => {
    const copies = itemsAtStart.filter(({ repostOf }) => repostOf !== undefined);
    expect(copies.length).toBeGreaterThan(30);
    expect(copies.every(({ html }) => html.includes('appeared first on'))).toBe(true);
    expect(copies.some(({ html }) => html.includes('[…]'))).toBe(true);
    expect(copies.some(({ html }) => html.includes('<h2>'))).toBe(true);
  });
});

describe('one event told by several newsrooms', () => {
  const groups = new Map<string, Item[]>();
  for (const item of itemsAtStart.filter(
    ({ outlet }) => outlet.kind === 'newsroom' && outlet.language === 'en',
  )) {
    const event = item.guid.replace(`${item.outlet.slug}-`, '');
    groups.set(event, [...(groups.get(event) ?? []), item]);
  }
  const shared = [...groups.values()].filter((items) => items.length > 1);

  it('happens often', () => {
    expect(shared.length).toBeGreaterThan(25);
  });

  it('has another headline and mostly other words in each, so that no telling looks like a copy', () => {
    const likenesses = shared.flatMap((items) =>
      items.flatMap((a, index) =>
        items.slice(index + 1).map((b) => [alike(a.html, b.html), a.title, b.title] as const),
      ),
    );
    for (const items of shared)
      expect(new Set(items.map(({ title }) => title.toLowerCase())).size).toBe(items.length);
    expect(likenesses.filter(([likeness]) => likeness >= MAX_ALIKE)).toEqual([]);
  });

  it('opens with words of its own in each', () => {
    const opening = ({ title, dek }: Item) => `${title} ${dek}`;
    const likenesses = shared.flatMap((items) =>
      items.flatMap((a, index) =>
        items.slice(index + 1).map((b) => [alike(opening(a), opening(b)), a.title, b.title] as const),
      ),
    );
    expect(likenesses.filter(([likeness]) => likeness >= MAX_ALIKE)).toEqual([]);
  });

  it('shares its figures', () => {
    const figures = (item: Item) =>
      new Set(`${item.title} ${item.dek} ${item.html}`.match(/\$[\d.,]+ (?:m|b)illion/g) ?? []);
    const withMoney = shared
      .map((items) => items.map(figures))
      .filter((sets) => sets.every((set) => set.size > 0));
    expect(withMoney.length).toBeGreaterThan(5);
    for (const [first = new Set<string>(), ...others] of withMoney) {
      expect(others.some((other) => [...other].some((figure) => first.has(figure)))).toBe(true);
    }
  });
});

describe('as time goes on', () => {
  it('something new is told every minute or so, and nothing while paused', () => {
    const room = openNewsroom(1, NOON);
    const before = all(room).length;
    for (let now = NOON; now <= NOON + 10 * MINUTE_MS; now += 1_000) room.tick(now);
    const after = all(room).length;
    expect(after - before).toBeGreaterThan(12);
    room.setPaused(true);
    for (let now = NOON + 10 * MINUTE_MS; now <= NOON + 20 * MINUTE_MS; now += 1_000) room.tick(now);
    expect(all(room).length).toBe(after);
  });

  it('a leap of the clock brings no flood', () => {
    const room = openNewsroom(1, NOON);
    const before = all(room).length;
    room.tick(NOON + 24 * HOUR_MS);
    const told = all(room).length - before;
    expect(told).toBeGreaterThan(50);
    expect(told).toBeLessThan(1_500);
  });
});

/** Shared runs of four words over all of them (Jaccard). */
function alike(a: string, b: string): number {
  const [left, right] = [shingles(a), shingles(b)];
  const common = [...left].filter((shingle) => right.has(shingle)).length;
  return common / (left.size + right.size - common);
}

function shingles(html: string): ReadonlySet<string> {
  const words = html
    .replace(/<[^>]+>/g, ' ')
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean);
  return new Set(words.slice(3).map((_, index) => words.slice(index, index + 4).join(' ')));
}
