import { expect, test } from 'vitest';
import { describePeriod } from './venue-words';

const day = (text: string) => new Date(`${text}T00:00:00Z`);

test.each([
  ['2020-01-01', undefined, ''],
  ['2026-04-29', undefined, 'since 29 Apr 2026'],
  ['2020-01-01', '2025-03-02', 'until 2 Mar 2025'],
  ['2024-01-04', '2025-03-02', '4 Jan 2024 to 2 Mar 2025'],
])('a market from %s to %s is told as “%s”', (from, to, words) => {
  expect(describePeriod({ validFrom: day(from), validTo: to === undefined ? undefined : day(to) })).toBe(
    words,
  );
});
