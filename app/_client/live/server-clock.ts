const TRUST_SAMPLE_MS = 60_000;
const SECOND_MS = 1_000;

/**
 * The server's time, as far as this machine can know it. A reader's clock may be wrong; every frame carries the
 * server's. A frame arrives late by its journey, so of the last minute's samples the largest is the best.
 */
export function createServerClock(machineNow: () => number): ServerClock {
  let offsetMs: number | undefined;
  let learntAt = 0;
  let fromPage = true;
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;

  const learn = (sample: number): void => {
    offsetMs = sample;
    learntAt = machineNow();
  };

  return {
    now: () => machineNow() + (offsetMs ?? 0),
    learnFromPage(pageNow) {
      // A page may come out of a cache. Its time can prove this machine slow, never fast: no quote looks younger.
      if (offsetMs === undefined) learn(Math.max(0, pageNow - machineNow()));
    },
    learnFromFrame(frameNow) {
      const sample = frameNow - machineNow();
      const better = fromPage || offsetMs === undefined || sample > offsetMs;
      if (better || machineNow() - learntAt > TRUST_SAMPLE_MS) learn(sample);
      fromPage = false;
    },
    everySecond(listener) {
      listeners.add(listener);
      timer ??= setInterval(() => listeners.forEach((tell) => tell()), SECOND_MS);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}

export interface ServerClock {
  /** Milliseconds since 1970. */
  now(): number;
  learnFromPage(pageNow: number): void;
  learnFromFrame(frameNow: number): void;
  /** One timer for the whole page. Returns the way out. */
  everySecond(listener: () => void): () => void;
}
