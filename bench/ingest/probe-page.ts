import { setTimeout as wait } from 'node:timers/promises';

const EVERY_MS = 200;

/** Asks for a page again and again, one after the other, until it is told to stop. @returns its answer times, sorted. */
export function probePage(url: string): { stop(): Promise<readonly number[]> } {
  let isOn = true;
  const times: number[] = [];
  const asking = (async () => {
    while (isOn) {
      const before = performance.now();
      const response = await fetch(url);
      await response.text();
      if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
      times.push(performance.now() - before);
      await wait(EVERY_MS);
    }
  })();
  return {
    stop: async () => {
      isOn = false;
      await asking;
      return times.toSorted((a, b) => a - b);
    },
  };
}

export function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}
