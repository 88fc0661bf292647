import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPricePoll } from './price-poll';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function testPoll(tokenIds: () => readonly string[]) {
  const asked: string[] = [];
  const got: number[] = [];
  const poll = createPricePoll({
    tokenIds,
    ask: (ids) => {
      asked.push(ids.join());
      return Promise.resolve({ now: asked.length, rows: [] });
    },
    onPrices: ({ now }) => got.push(now),
  });
  return { poll, asked, got };
}

test('prices are asked for at once and then every ten seconds, until they come by themselves again', async () => {
  const { poll, asked, got } = testPoll(() => ['bitcoin', 'ethereum']);
  poll.setNeeded(true);
  poll.setNeeded(true);
  await vi.advanceTimersByTimeAsync(20_000);
  poll.setNeeded(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual(Array.from({ length: 3 }, () => 'bitcoin,ethereum'));
  expect(got).toEqual([1, 2, 3]);
});

test('an answer that comes when the socket is back is dropped', async () => {
  const { poll, got } = testPoll(() => ['bitcoin']);
  poll.setNeeded(true);
  poll.setNeeded(false);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(got).toEqual([]);
});

test('nobody looking is nothing asked', async () => {
  const { poll, asked } = testPoll(() => []);
  poll.setNeeded(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual([]);
});
