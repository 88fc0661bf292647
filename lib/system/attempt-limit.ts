/**
 * Counts attempts per key within a window. The returned function takes one attempt and gives back
 * how long to wait, in milliseconds, or `undefined` where it may go ahead.
 * @param options.maxKeys keys remembered at once; beyond it the oldest is forgotten.
 */
export function createAttemptLimit(options: {
  readonly max: number;
  readonly windowMs: number;
  readonly maxKeys: number;
}): (key: string, now: Date) => number | undefined {
  const windows = new Map<string, { readonly endsAt: number; count: number }>();
  return (key, now) => {
    const time = now.getTime();
    const current = windows.get(key);
    if (current && current.endsAt > time) {
      current.count += 1;
      return current.count > options.max ? current.endsAt - time : undefined;
    }
    windows.delete(key);
    forgetOldest(windows, options.maxKeys - 1);
    windows.set(key, { endsAt: time + options.windowMs, count: 1 });
    return undefined;
  };
}

function forgetOldest(windows: Map<string, unknown>, keep: number): void {
  for (const key of windows.keys()) {
    if (windows.size <= keep) return;
    windows.delete(key);
  }
}
