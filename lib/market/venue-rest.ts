import { setTimeout as sleep } from 'node:timers/promises';
import { MINUTE_MS } from '@/lib/core/time';
import type { VenueId } from '@/lib/model/ids';
import { VENUE_NAMES } from '@/lib/model/venue';
import type { Clock } from '@/lib/system/clock';
import type { Http } from '@/lib/system/http';
import type { ExchangeEndpoints } from '@/lib/system/world';
import type { Exchange } from './exchanges/exchange';
import { readRetryAfter } from './reconnect';

/** Binance describes each of its thousands of symbols in two kilobytes. */
const MAX_BODY_BYTES = 24_000_000;
/** A venue that refused everything is left alone this long, unless it says for how long. */
const CLOSED_FOR_MS = MINUTE_MS;

export type Endpoints = Readonly<Partial<Record<VenueId, ExchangeEndpoints>>>;

export type RestAnswer =
  | { readonly kind: 'answered'; readonly body: string }
  /** This question was not liked; the next one may be. */
  | { readonly kind: 'refused'; readonly message: string }
  /** The venue answers nobody here for now. */
  | { readonly kind: 'unavailable'; readonly message: string };

/** The venues' REST interfaces: one question at a time each, no faster than it likes. */
export interface VenueRest {
  ask(exchange: Exchange, urlOf: (base: string) => string): Promise<RestAnswer>;
}

export function createVenueRest(deps: {
  readonly http: Http;
  readonly endpoints: Endpoints;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}): VenueRest {
  const queues = new Map<VenueId, Promise<unknown>>();
  const closed = new Map<VenueId, { readonly until: number; readonly message: string }>();

  async function askNow(exchange: Exchange, url: string): Promise<RestAnswer> {
    const refusal = closed.get(exchange.id);
    if (refusal && refusal.until > deps.clock().getTime())
      return { kind: 'unavailable', message: refusal.message };
    const result = await deps.http.get(url, { maxBytes: MAX_BODY_BYTES, signal: deps.signal });
    if (result.kind === 'response' && result.status === 200) {
      return { kind: 'answered', body: new TextDecoder().decode(result.bytes) };
    }
    if (result.kind === 'response' && !isAboutUs(result.status)) {
      return {
        kind: 'refused',
        message: `${VENUE_NAMES[exchange.id]} answers HTTP ${result.status} to ${url}.`,
      };
    }
    const wait =
      result.kind === 'response' ? readRetryAfter(result.headers['retry-after'], deps.clock()) : undefined;
    const message =
      result.kind === 'response'
        ? `${VENUE_NAMES[exchange.id]} answers HTTP ${result.status}.`
        : result.message;
    closed.set(exchange.id, { until: deps.clock().getTime() + (wait ?? CLOSED_FOR_MS), message });
    return { kind: 'unavailable', message };
  }

  return {
    ask(exchange, urlOf) {
      const base = deps.endpoints[exchange.id]?.rest.replace(/\/+$/, '');
      if (base === undefined)
        return Promise.resolve({ kind: 'unavailable', message: 'No address is known for it.' });
      const before = queues.get(exchange.id) ?? Promise.resolve();
      const answer = before.then(() => askNow(exchange, urlOf(base)));
      queues.set(
        exchange.id,
        answer.then(() => pause(exchange.spec.requestGapMs, deps.signal)),
      );
      return answer;
    },
  };
}

/** Too many questions, the wrong country, or trouble of the venue's own: the next question would fare no better. */
function isAboutUs(status: number): boolean {
  return [403, 418, 429, 451].includes(status) || status >= 500;
}

/** Ends early, and without a fuss, when the desk stops. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
