/** Documents larger than this take seconds when they are badly made. */
const LARGE_BYTES = 500_000;

/** Runs one piece of work for a document of so many bytes when its turn has come. */
export type ReadQueue = <T>(bytes: number, work: () => Promise<T>) => Promise<T>;

/**
 * As many documents at once as there are threads, in the order they came; but of the large ones never so many that
 * no thread is left for the small.
 */
export function createReadQueue(threads: number): ReadQueue {
  const maxLarge = Math.max(1, threads - 1);
  const waiting: Waiting[] = [];
  let running = 0;
  let large = 0;

  const startNext = (): void => {
    while (running < threads) {
      const next = waiting.findIndex((one) => !one.isLarge || large < maxLarge);
      if (next === -1) return;
      const [one] = waiting.splice(next, 1);
      if (!one) return;
      running += 1;
      large += Number(one.isLarge);
      one.start();
    }
  };
  const end = (isLarge: boolean): void => {
    running -= 1;
    large -= Number(isLarge);
    startNext();
  };
  return async (bytes, work) => {
    const isLarge = bytes > LARGE_BYTES;
    const turn = new Promise<void>((start) => waiting.push({ isLarge, start }));
    startNext();
    await turn;
    try {
      return await work();
    } finally {
      end(isLarge);
    }
  };
}

interface Waiting {
  readonly isLarge: boolean;
  readonly start: () => void;
}
