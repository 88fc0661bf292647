import { RATES, type Rate } from '@/lib/live/protocol';
import type { Clock } from '@/lib/system/clock';
import type { GatewayClient } from './client';

const BUCKETS = 10;
const BUCKET_MS = RATES.focus / BUCKETS;
/** How many rounds of all buckets pass between two turns of a lane. */
const ROUNDS: Readonly<Record<Rate, number>> = {
  focus: 1,
  tape: RATES.tape / RATES.focus,
  idle: RATES.idle / RATES.focus,
};

/**
 * Serves the clients in turn: a tenth of them every 25 ms, so that a change does not hit all sockets in one moment.
 * Each client's slower lanes have rounds of their own for the same reason.
 */
export function createFanOut(clock: Clock): FanOut {
  const buckets = Array.from({ length: BUCKETS }, () => new Map<GatewayClient, number>());
  let step = 0;
  let seats = 0;
  let timer: NodeJS.Timeout | undefined;

  const serveNext = (): void => {
    const now = clock();
    const round = Math.floor(step / BUCKETS);
    for (const [client, phase] of buckets[step % BUCKETS] ?? []) {
      client.serve((rate) => (round + phase) % ROUNDS[rate] === 0, now);
    }
    step += 1;
  };

  return {
    add(client) {
      buckets[seats % BUCKETS]?.set(client, Math.floor(seats / BUCKETS) % ROUNDS.idle);
      seats += 1;
      timer ??= setInterval(serveNext, BUCKET_MS);
    },
    remove(client) {
      for (const bucket of buckets) bucket.delete(client);
      if (buckets.every((bucket) => bucket.size === 0)) this.stop();
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
    },
  };
}

export interface FanOut {
  add(client: GatewayClient): void;
  remove(client: GatewayClient): void;
  stop(): void;
}
