import { describe, expect, test } from 'vitest';
import { quoteAgeMs, quoteStateAt } from './quote';

const EVENT = new Date('2026-11-23T12:00:00Z');
const after = (ms: number) => new Date(EVENT.getTime() + ms);
const quote = { exchangeAt: EVENT, receivedAt: after(40), halted: false };

describe('the state of a price follows the age of the exchange’s own event', () => {
  test.each([
    [0, 'live'],
    [15_000, 'live'],
    [15_001, 'delayed'],
    [60_000, 'delayed'],
    [60_001, 'stale'],
    [86_400_000, 'stale'],
  ])('%i ms after the event it is %s', (ms, state) => {
    expect(quoteStateAt(quote, after(ms))).toBe(state);
  });

  test('a fresh receipt does not make an old event live', () => {
    expect(quoteStateAt({ ...quote, receivedAt: after(100_000) }, after(100_001))).toBe('stale');
  });

  test('a venue that sends no time is judged by receipt', () => {
    expect(quoteStateAt({ ...quote, exchangeAt: undefined }, after(15_030))).toBe('live');
  });

  test('halted wins over any age', () => {
    expect(quoteStateAt({ ...quote, halted: true }, EVENT)).toBe('halted');
  });

  test('an event from a fast clock has no negative age', () => {
    expect(quoteAgeMs(quote, after(-3_000))).toBe(0);
  });
});
