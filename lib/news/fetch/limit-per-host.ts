import { toHttpUrl } from '@/lib/core/url';
import { addressInUrl, isLoopback } from '@/lib/system/address-guard';
import type { Http, HttpResult } from '@/lib/system/http';
import type { HttpFailure } from '@/lib/system/http-failure';
import { isLocalhost } from '@/lib/system/refuse-url';
import { HostQueue } from './host-queue';

/** Addresses whose last request hung, remembered so that their next one is not waited for by others. */
const MAX_REMEMBERED = 5_000;

/**
 * The same client, polite: each host is asked for no more than two things at a time and once a second, in the order
 * they came. Waiting for a turn does not count against a request's time. Who would wait too long gets the failure
 * `busy`, with when to come again.
 */
export function limitPerHost(http: Http): Http {
  const queues = new Map<string, HostQueue>();
  const hanging = new Set<string>();

  const remember = (address: string, didHang: boolean): void => {
    hanging.delete(address);
    if (didHang) hanging.add(address);
    const [oldest] = hanging;
    if (hanging.size > MAX_REMEMBERED && oldest !== undefined) hanging.delete(oldest);
  };

  const askInTurn = async (url: URL, ask: () => Promise<HttpResult>): Promise<HttpResult> => {
    const queue = queues.get(url.host) ?? new HostQueue(isOurOwn(url));
    queues.set(url.host, queue);
    const turn = await queue.enter(hanging.has(url.href));
    if (turn.kind === 'come-again') return busy(url.host, turn.afterMs);
    try {
      return await ask();
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

function busy(host: string, afterMs: number): HttpFailure {
  const message = `${host} is being asked for other things: its turn comes later.`;
  return { kind: 'failed', reason: 'busy', message, afterMs };
}

function isOurOwn(url: URL): boolean {
  const literal = addressInUrl(url);
  return literal === undefined ? isLocalhost(url.hostname) : isLoopback(literal);
}
