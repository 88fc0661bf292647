import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRateWindow } from './rate-window';

test('within any window at most so many pass, and never fewer than could', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 100, size: 'max' });
  fc.assert(
    fc.property(gaps, fc.integer({ min: 1, max: 5 }), (waits, max) => {
      const mayPass = createRateWindow(max, 1_000);
      const passed: number[] = [];
      let at = 0;
      for (const wait of waits) {
        at += wait;
        const recent = passed.filter((before) => before > at - 1_000).length;
        expect(mayPass(new Date(at))).toBe(recent < max);
        if (recent < max) passed.push(at);
      }
    }),
  );
});
