import { expect, test } from 'vitest';
import { backOffMs } from './back-off';
import { createWishes } from './wishes';

test('the fastest wish for a token wins, and the next fastest when it goes', () => {
  const wishes = createWishes(() => undefined);
  wishes.wantToken('bitcoin', 'idle');
  const release = wishes.wantToken('bitcoin', 'focus');
  wishes.wantToken('bitcoin', 'tape');
  expect(wishes.tokens().get('bitcoin')).toBe('focus');
  release();
  release();
  expect(wishes.tokens().get('bitcoin')).toBe('tape');
});

test('what nobody wants any more is gone', () => {
  let changes = 0;
  const wishes = createWishes(() => (changes += 1));
  const releases = [
    wishes.wantToken('bitcoin', 'tape'),
    wishes.wantToken('bitcoin', 'tape'),
    wishes.wantNews(),
  ];
  expect([wishes.any(), wishes.news()]).toEqual([true, true]);
  for (const release of releases) release();
  expect([wishes.any(), wishes.news(), wishes.tokens().size]).toEqual([false, false, 0]);
  expect(changes).toBe(6);
});

test.each([
  { failures: 0, least: 250, most: 500 },
  { failures: 1, least: 500, most: 1_000 },
  { failures: 4, least: 4_000, most: 8_000 },
  { failures: 6, least: 5_000, most: 10_000 },
  { failures: 5_000, least: 5_000, most: 10_000 },
])('after $failures failures the next try comes within $least to $most ms', ({ failures, least, most }) => {
  expect(backOffMs(failures, () => 0)).toBe(least);
  expect(backOffMs(failures, () => 1)).toBe(most);
});
