import { expect, test } from 'vitest';
import { createAttemptLimit } from './attempt-limit';

const at = (seconds: number) => new Date(1_700_000_000_000 + seconds * 1_000);

test('attempts beyond the limit wait until the window ends', () => {
  const take = createAttemptLimit({ max: 2, windowMs: 10_000, maxKeys: 10 });
  expect(take('a', at(0))).toBeUndefined();
  expect(take('a', at(1))).toBeUndefined();
  expect(take('a', at(4))).toBe(6_000);
  expect(take('b', at(4))).toBeUndefined();
  expect(take('a', at(10))).toBeUndefined();
});

test('it remembers no more keys than it may', () => {
  const take = createAttemptLimit({ max: 1, windowMs: 10_000, maxKeys: 2 });
  take('a', at(0));
  take('b', at(0));
  take('c', at(0));
  expect(take('b', at(1))).toBe(9_000);
  expect(take('a', at(1))).toBeUndefined();
});
