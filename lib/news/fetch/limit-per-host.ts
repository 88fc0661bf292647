import { MINUTE_MS } from '@/lib/core/time';
import { toHttpUrl } from '@/lib/core/url';
import { addressInUrl, isLoopback } from '@/lib/system/address-guard';
import type { Clock } from '@/lib/system/clock';
import type { Http, HttpResult } from '@/lib/system/http';
import type { HttpFailure } from '@/lib/system/http-failure';
import { isLocalhost } from '@/lib/system/refuse-url';
import { HostQueue, type ComeAgain } from './host-queue';
import { readRetryAfter } from './read-retry-after';

/** Addresses whose last request hung, remembered so that their next one is not waited for by others. */
const MAX_REMEMBERED = 5_000;

/**
 * The same client, polite: each host is asked for no more than two things at a time and once a second, in the order
 * they came. Waiting for a turn does not count against a request's time. Who would wait too long gets the failure
 * `busy`, with when to come again. A host that answers 429 or 503 with `Retry-After` is asked for nothing until then.
 */
export function limitPerHost(http: Http, clock: Clock): Http {
  const queues = new Map<string, HostQueue>();
  const hanging = new Set<string>();

  const remember = (address: string, didHang: boolean): void => {
    hanging.delete(address);
    if (didHang) hanging.add(address);
    const [oldest] = hanging;
    if (hanging.size > MAX_REMEMBERED && oldest !== undefined) hanging.delete(oldest);
  };

  const queueOf = (url: URL): HostQueue => {
    const queue = queues.get(url.host) ?? new HostQueue(isOurOwn(url));
    queues.set(url.host, queue);
    return queue;
  };

  const askInTurn = async (url: URL, ask: () => Promise<HttpResult>): Promise<HttpResult> => {
    const queue = queueOf(url);
    const turn = await queue.enter(hanging.has(url.href));
    if (turn.kind === 'come-again') return busy(url.host, turn);
    try {
      const result = await ask();
      // A redirect may have led to another host, and it is that one which answered.
      const restMs = readRest(result, clock());
      if (result.kind === 'response' && restMs > 0) queueOf(new URL(result.url)).rest(restMs);
      return result;
    } finally {
      remember(url.href, turn.end().didHang);
    }
  };

  return {
    ...http,
    get: async (address, options) => {
      const url = toHttpUrl(address);
      if (!url) return http.get(address, options);
      const result = await askInTurn(url, () => http.get(address, options));
      forgetIdle(queues);
      return result;
    },
  };
}

/** A queue keeps the time of the next request: an idle one is only dropped among many. */
function forgetIdle(queues: Map<string, HostQueue>): void {
  if (queues.size <= MAX_REMEMBERED) return;
  for (const [host, queue] of queues) if (queue.isIdle) queues.delete(host);
}

/** Whatever was asked for: the limits of a site are those of its server. */
function readRest(result: HttpResult, now: Date): number {
  if (result.kind !== 'response' || (result.status !== 429 && result.status !== 503)) return 0;
  return readRetryAfter(result.headers['retry-after'], now) ?? 0;
}

function busy(host: string, { afterMs, isResting }: ComeAgain): HttpFailure {
  const minutes = Math.ceil(afterMs / MINUTE_MS);
  const span = minutes === 1 ? 'a minute' : `${minutes} minutes`;
  const message = isResting
    ? `${host} asked us to wait, at one of its addresses: all of them are left alone for ${span}.`
    : `${host} is being asked for other things: its turn comes later.`;
  return { kind: 'failed', reason: 'busy', message, afterMs };
}

function isOurOwn(url: URL): boolean {
  const literal = addressInUrl(url);
  return literal === undefined ? isLocalhost(url.hostname) : isLoopback(literal);
}
