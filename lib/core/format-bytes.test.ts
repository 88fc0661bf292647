import { expect, test } from 'vitest';
import { formatBytes } from './format-bytes';

test.each([
  [0, '0 B'],
  [812, '812 B'],
  [999, '999 B'],
  [1_000, '1.0 kB'],
  [4_240, '4.2 kB'],
  [9_960, '10 kB'],
  [999_400, '999 kB'],
  [999_600, '1.0 MB'],
  [120_000_000, '120 MB'],
  [5_400_000_000_000_000, '5400 TB'],
  [-5, '0 B'],
])('%i is %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});
