/** Answers whether one more may pass at `now`: at most `max` within any `windowMs`. Remembers `max` moments, no more. */
export function createRateWindow(max: number, windowMs: number): (now: Date) => boolean {
  const passed: number[] = [];
  return (now) => {
    const at = now.getTime();
    while (passed[0] !== undefined && passed[0] <= at - windowMs) passed.shift();
    if (passed.length >= max) return false;
    passed.push(at);
    return true;
  };
}
