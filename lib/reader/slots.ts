/** Runs so many tasks at once and lets so many wait; beyond that a task is turned away. */
export interface Slots {
  /** `undefined` where the task was turned away. */
  run<T>(task: () => Promise<T>): Promise<T | undefined>;
}

export function createSlots(limits: { readonly running: number; readonly waiting: number }): Slots {
  const queue: (() => void)[] = [];
  let running = 0;
  const release = (): void => {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  };
  const admit = async (): Promise<boolean> => {
    if (running < limits.running) {
      running += 1;
      return true;
    }
    if (queue.length >= limits.waiting) return false;
    // Whoever leaves hands over the slot, so it is taken already when this resolves.
    await new Promise<void>((resolve) => queue.push(resolve));
    return true;
  };
  return {
    run: async (task) => {
      if (!(await admit())) return undefined;
      try {
        return await task();
      } finally {
        release();
      }
    },
  };
}
