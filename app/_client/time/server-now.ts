import { useSyncExternalStore } from 'react';

const TICK_MS = 15_000;

/**
 * The server's clock, a tick every quarter minute, one timer for the whole page.
 * A reader's machine may be wrong about the time; how far it is off is learnt once, from the first page.
 */
export function useServerNow(pageNow: Date): Date {
  const millis = useSyncExternalStore(
    subscribe,
    () => shown ?? pageNow.getTime(),
    () => pageNow.getTime(),
  );
  offsetMs ??= pageNow.getTime() - Date.now();
  return new Date(millis);
}

let offsetMs: number | undefined;
let shown: number | undefined;
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick(): void {
  shown = Date.now() + (offsetMs ?? 0);
  for (const listener of listeners) listener();
}
