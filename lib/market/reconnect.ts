import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import type { VenueState } from '@/lib/model/venue';

export const CONNECTION_LIMITS: ConnectionLimits = {
  handshakeMs: 10 * SECOND_MS,
  firstRetryMs: SECOND_MS,
  longestRetryMs: MINUTE_MS,
  steadyAfterMs: MINUTE_MS,
  limitedMs: 2 * MINUTE_MS,
  blockedMs: HOUR_MS,
};

/** The longest ban a venue announces is three days. */
const LONGEST_RETRY_AFTER_MS = 3 * DAY_MS;
const BLOCKED = new Set([403, 451]);
const LIMITED = new Set([418, 429]);

export interface ConnectionLimits {
  readonly handshakeMs: number;
  readonly firstRetryMs: number;
  readonly longestRetryMs: number;
  /** Good data for this long forgives earlier failures. */
  readonly steadyAfterMs: number;
  /** How long to wait where a venue says "too many" but not how long. */
  readonly limitedMs: number;
  readonly blockedMs: number;
}

/** How one connection ended, or why it never began. */
export type SocketEnd =
  | { readonly kind: 'refused'; readonly status: number; readonly retryAfter: string | undefined }
  | { readonly kind: 'unreachable'; readonly message: string }
  | { readonly kind: 'closed'; readonly code: number; readonly message: string }
  | { readonly kind: 'silent'; readonly forMs: number };

export interface Retry {
  readonly state: Extract<VenueState, 'down' | 'silent' | 'blocked'>;
  readonly reason: string;
  readonly delayMs: number;
}

/**
 * What follows an end. Failures in a row double the wait up to a limit, half of it at random, so that
 * a venue's restart is not met by everybody at once; a connection that lived long is redialled at once.
 */
export function planRetry(
  end: SocketEnd,
  past: { readonly failures: number; readonly livedMs: number; readonly now: Date },
  options: { readonly limits: ConnectionLimits; readonly random: () => number },
): Retry {
  const { limits } = options;
  if (end.kind === 'refused' && BLOCKED.has(end.status)) {
    const reason = `Refuses connections from this machine's address (HTTP ${end.status}).`;
    return { state: 'blocked', reason, delayMs: limits.blockedMs };
  }
  if (end.kind === 'refused' && LIMITED.has(end.status)) {
    const delayMs = readRetryAfter(end.retryAfter, past.now) ?? limits.limitedMs;
    return { state: 'down', reason: `Asks us to come back later (HTTP ${end.status}).`, delayMs };
  }
  const state = end.kind === 'silent' ? 'silent' : 'down';
  if (past.livedMs > limits.steadyAfterMs) return { state, reason: describeEnd(end), delayMs: 0 };
  const longest = Math.min(limits.longestRetryMs, limits.firstRetryMs * 2 ** Math.min(past.failures, 30));
  return { state, reason: describeEnd(end), delayMs: (0.5 + options.random() / 2) * longest };
}

/** Seconds or an HTTP date, as milliseconds from now; between a second and three days. */
export function readRetryAfter(header: string | undefined, now: Date): number | undefined {
  const text = header?.trim() ?? '';
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * SECOND_MS : Date.parse(text) - now.getTime();
  return Number.isFinite(ms) ? Math.min(Math.max(ms, SECOND_MS), LONGEST_RETRY_AFTER_MS) : undefined;
}

function describeEnd(end: SocketEnd): string {
  switch (end.kind) {
    case 'refused':
      return `Answers HTTP ${end.status} where a socket was asked for.`;
    case 'unreachable':
      return end.message;
    case 'closed':
      return `Closed the connection (code ${end.code}${end.message === '' ? '' : `: ${end.message}`}).`;
    case 'silent':
      return `Sent no quote for ${Math.round(end.forMs / SECOND_MS)} s.`;
  }
}
