import { expect, test } from 'vitest';
import type { QuoteRow } from '@/lib/live/protocol';
import { createQuoteStore } from './quote-store';

const row = (tokenId: string, price: string, receivedAt = 0): QuoteRow => [
  tokenId,
  price,
  null,
  null,
  'live',
  null,
  receivedAt,
  [],
];

/** A screen whose frames are drawn by hand and whose clock only moves when told. */
function testScreen() {
  let at = 0;
  let due: (() => void)[] = [];
  let timers: { at: number; run: () => void }[] = [];
  const store = createQuoteStore({
    now: () => at,
    nextFrame: (run) => due.push(run),
    later: (run, ms) => timers.push({ at: at + ms, run }),
  });
  const drawFrame = (): void => {
    const runs = due;
    due = [];
    for (const run of runs) run();
  };
  const pass = (ms: number): void => {
    at += ms;
    const ripe = timers.filter((timer) => timer.at <= at);
    timers = timers.filter((timer) => timer.at > at);
    for (const timer of ripe) timer.run();
  };
  return { store, drawFrame, pass, framesAsked: () => due.length };
}

test('nothing is painted before the browser draws a frame, then everything at once', () => {
  const { store, drawFrame, framesAsked } = testScreen();
  store.receive([row('a', '1')]);
  store.receive([row('b', '2')]);
  expect([store.get('a'), framesAsked()]).toEqual([undefined, 1]);
  drawFrame();
  expect([store.get('a')?.[1], store.get('b')?.[1]]).toEqual(['1', '2']);
});

test('a hundred rows a second of one token are painted about four times, the last one always', () => {
  const { store, drawFrame, pass } = testScreen();
  const painted: string[] = [];
  store.subscribe('a', () => painted.push(store.get('a')?.[1] ?? ''));
  for (let count = 1; count <= 100; count += 1) {
    store.receive([row('a', String(count), count)]);
    drawFrame();
    pass(10);
  }
  pass(240);
  drawFrame();
  expect(painted.length).toBeGreaterThanOrEqual(4);
  expect(painted.length).toBeLessThanOrEqual(6);
  expect(painted.at(-1)).toBe('100');
});

test('a hidden page that draws no frames holds one row of each token, however many come', () => {
  const { store, drawFrame, framesAsked } = testScreen();
  const painted: string[] = [];
  store.subscribe('a', () => painted.push(store.get('a')?.[1] ?? ''));
  for (let count = 1; count <= 10_000; count += 1) store.receive([row('a', String(count), count)]);
  expect(framesAsked()).toBe(1);
  drawFrame();
  expect(painted).toEqual(['10000']);
});

test('only who watches a token hears of it, until he leaves', () => {
  const { store, drawFrame, pass } = testScreen();
  const heard: string[] = [];
  const leave = store.subscribe('a', () => heard.push('a'));
  store.subscribe('b', () => heard.push('b'));
  store.receive([row('a', '1')]);
  drawFrame();
  leave();
  pass(300);
  store.receive([row('a', '2'), row('b', '2')]);
  drawFrame();
  expect(heard).toEqual(['a', 'b']);
});

test.each([
  { name: 'an older row', next: row('a', '2', 99), price: '1' },
  { name: 'a row judged anew', next: row('a', '2', 100), price: '2' },
  { name: 'a younger row', next: row('a', '2', 101), price: '2' },
])('after $name the price is $price', ({ next, price }) => {
  const { store, drawFrame, pass } = testScreen();
  store.receive([row('a', '1', 100)]);
  drawFrame();
  pass(300);
  store.receive([next]);
  drawFrame();
  expect(store.get('a')?.[1]).toBe(price);
});
