/** Lets so many pieces of work run at once; the others wait in the order they came. */
export function createTurns(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let taken = 0;
  return async (work) => {
    if (taken < atOnce) taken += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // A turn goes straight to whoever waits longest, so that nobody slips in between.
      const next = waiting.shift();
      if (next) next();
      else taken -= 1;
    }
  };
}
