import { expect, test } from 'vitest';
import { createSlots } from './slots';

test('so many run, so many wait, the next is turned away', async () => {
  const slots = createSlots({ running: 2, waiting: 1 });
  const gates: (() => void)[] = [];
  let atOnce = 0;
  let most = 0;
  const task = async () => {
    most = Math.max(most, (atOnce += 1));
    await new Promise<void>((resolve) => gates.push(resolve));
    atOnce -= 1;
    return 'done';
  };
  const results = [slots.run(task), slots.run(task), slots.run(task), slots.run(task)];
  expect(await results[3]).toBeUndefined();
  while (gates.length > 0) {
    gates.shift()?.();
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  expect(await Promise.all(results.slice(0, 3))).toEqual(['done', 'done', 'done']);
  expect(most).toBe(2);
});

test('a task that throws gives its slot back', async () => {
  const slots = createSlots({ running: 1, waiting: 0 });
  await expect(slots.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await slots.run(() => Promise.resolve(1))).toBe(1);
});
