import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import { CONNECTION_LIMITS, planRetry, readRetryAfter, type SocketEnd } from './reconnect';

const NOW = new Date('2026-11-20T12:00:00Z');
const CLOSED: SocketEnd = { kind: 'closed', code: 1006, message: '' };

function plan(end: SocketEnd, past: { failures?: number; livedMs?: number; random?: number } = {}) {
  return planRetry(
    end,
    { failures: past.failures ?? 0, livedMs: past.livedMs ?? 0, now: NOW },
    { limits: CONNECTION_LIMITS, random: () => past.random ?? 1 },
  );
}

describe('the wait before the next attempt', () => {
  it.each([
    [0, 1, 1],
    [0, 0, 0.5],
    [1, 1, 2],
    [3, 1, 8],
    [3, 0.5, 6],
    [6, 1, 60],
    [6, 0, 30],
    [4_000, 1, 60],
  ])('after %i failures and the dice at %d is %d s', (failures, random, seconds) => {
    expect(plan(CLOSED, { failures, random }).delayMs).toBe(seconds * SECOND_MS);
  });

  it('is nothing at all for a connection that had lived for more than a minute', () => {
    expect(plan(CLOSED, { failures: 5, livedMs: MINUTE_MS + 1 }).delayMs).toBe(0);
    expect(plan(CLOSED, { failures: 0, livedMs: MINUTE_MS }).delayMs).toBe(SECOND_MS);
  });

  it.each([403, 451])('is an hour where the venue answers %i, and the venue is blocked', (status) => {
    const retry = plan({ kind: 'refused', status, retryAfter: undefined }, { livedMs: HOUR_MS });
    expect(retry).toMatchObject({ state: 'blocked', delayMs: HOUR_MS });
    expect(retry.reason).toContain(`HTTP ${status}`);
  });

  it.each([429, 418])('is what the venue asks for where it answers %i, else two minutes', (status) => {
    expect(plan({ kind: 'refused', status, retryAfter: '90' })).toMatchObject({
      state: 'down',
      delayMs: 90_000,
    });
    expect(plan({ kind: 'refused', status, retryAfter: undefined }).delayMs).toBe(2 * MINUTE_MS);
  });

  it('grows for other answers as for lost connections', () => {
    expect(plan({ kind: 'refused', status: 502, retryAfter: undefined }, { failures: 2 }).delayMs).toBe(
      4 * SECOND_MS,
    );
  });
});

describe('what happened, in words', () => {
  it.each<[SocketEnd, string, string]>([
    [{ kind: 'silent', forMs: 15_000 }, 'silent', 'Sent no quote for 15 s.'],
    [
      { kind: 'closed', code: 1008, message: 'Too many requests' },
      'down',
      'Closed the connection (code 1008: Too many requests).',
    ],
    [{ kind: 'closed', code: 1001, message: '' }, 'down', 'Closed the connection (code 1001).'],
    [
      { kind: 'refused', status: 200, retryAfter: undefined },
      'down',
      'Answers HTTP 200 where a socket was asked for.',
    ],
    [{ kind: 'unreachable', message: 'There is no way there.' }, 'down', 'There is no way there.'],
  ])('%j', (end, state, reason) => {
    expect(plan(end)).toMatchObject({ state, reason });
  });
});

describe('Retry-After', () => {
  it.each([
    ['30', 30_000],
    [' 5 ', 5_000],
    ['0', SECOND_MS],
    ['Fri, 20 Nov 2026 12:00:45 GMT', 45_000],
    ['Fri, 20 Nov 2026 11:00:00 GMT', SECOND_MS],
    ['999999999', 72 * HOUR_MS],
    ['soon', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('of %j is %j ms', (header, ms) => {
    expect(readRetryAfter(header, NOW)).toBe(ms);
  });
});
