import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@/lib/system/log';
import type { Address } from './address';
import type { DataPlace } from './data-place';
import { removeSocketDirectory } from './launch';
import { isRunning } from './process-facts';
import { stopServer, type RunningServer } from './running-server';

const LOOK_EVERY_MS = 1_000;
const MAX_PAUSE_MS = 30_000;

/** A cluster that is served at one address until it is stopped. */
export interface ServedCluster {
  readonly address: Address;
  stop(): Promise<void>;
}

/**
 * Watches over a server and starts it again at the same address when something else ended it, as a machine short of
 * memory does; what was acknowledged is recovered from its log. Fails never: it says so and tries again.
 */
export function keepServing(first: RunningServer, { place, launch, log }: Keeping): ServedCluster {
  let server = first;
  const stopping = new AbortController();
  const watching = watch();
  return {
    address: first.address,
    stop: async () => {
      stopping.abort();
      await watching;
      await stopServer(server.pid, place);
      removeSocketDirectory(server.address);
    },
  };

  async function watch(): Promise<void> {
    for (let pause = LOOK_EVERY_MS; await isStillWanted(pause);) {
      if (isRunning(server.pid)) continue;
      log.warn('The database ended unexpectedly: starting it again');
      try {
        server = await launch(first.address);
        pause = LOOK_EVERY_MS;
      } catch (error) {
        log.error(`The database could not be started again: ${(error as Error).message}`);
        pause = Math.min(pause * 2, MAX_PAUSE_MS);
      }
    }
  }

  async function isStillWanted(pauseMs: number): Promise<boolean> {
    await sleep(pauseMs, undefined, { ref: false, signal: stopping.signal }).catch(() => undefined);
    return !stopping.signal.aborted;
  }
}

interface Keeping {
  readonly place: DataPlace;
  readonly launch: (address: Address) => Promise<RunningServer>;
  readonly log: Pick<Logger, 'warn' | 'error'>;
}
