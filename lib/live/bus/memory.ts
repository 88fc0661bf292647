import type { Logger } from '@/lib/system/log';
import { singleton } from '@/lib/system/singleton';
import type { Bus, BusEvents, BusTopic } from './bus';

/**
 * The bus of this process, the same in every module graph.
 * @param log where a handler's failure is written; the first one given is kept.
 */
export function processBus(log?: Logger): Bus {
  const held = singleton<{ log: Logger | undefined; bus: Bus | undefined }>('bus', () => ({
    log: undefined,
    bus: undefined,
  }));
  held.log ??= log;
  held.bus ??= createMemoryBus((topic, error) =>
    held.log?.error({ err: error, topic }, 'A listener on the bus failed'),
  );
  return held.bus;
}

/** A bus that delivers at once, in the order of subscription, to whoever listens at that moment. */
export function createMemoryBus(onFailure: (topic: BusTopic, error: unknown) => void): Bus {
  const handlers: Handlers = { quotes: new Set(), venue: new Set(), news: new Set() };
  return {
    publish(topic, event) {
      for (const handle of [...handlers[topic]]) {
        run(handle, event, (error) => onFailure(topic, error));
      }
    },
    subscribe(topic, handle) {
      // A wrapper of its own, so that one function subscribed twice is called twice and leaves once.
      const own: typeof handle = (event) => handle(event);
      handlers[topic].add(own);
      return () => handlers[topic].delete(own);
    },
  };
}

function run<E>(handle: (event: E) => void, event: E, onFailure: (error: unknown) => void): void {
  try {
    const outcome: unknown = handle(event);
    if (outcome instanceof Promise) outcome.catch(onFailure);
  } catch (error) {
    onFailure(error);
  }
}

type Handlers = { readonly [T in BusTopic]: Set<(event: BusEvents[T]) => void> };
