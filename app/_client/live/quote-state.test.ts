import { expect, test } from 'vitest';
import type { QuoteRow } from '@/lib/live/protocol';
import type { QuoteState } from '@/lib/model/quote';
import { ageOfRow, stateOfRow } from './quote-state';

const said = (state: QuoteState, exchangeAt: number | null = 0, receivedAt = 0): QuoteRow => [
  'a',
  '1',
  null,
  null,
  state,
  exchangeAt,
  receivedAt,
  [],
];

test.each([
  { row: undefined, after: 0, shown: 'unknown', why: 'nothing was ever heard' },
  { row: said('live'), after: 15_000, shown: 'live', why: 'it is young' },
  { row: said('live'), after: 15_001, shown: 'delayed', why: 'nothing came for 15 s' },
  { row: said('live'), after: 60_001, shown: 'stale', why: 'nothing came for a minute, dead socket or not' },
  { row: said('delayed'), after: 0, shown: 'delayed', why: 'this clock is slow, the server knows better' },
  { row: said('delayed'), after: 60_001, shown: 'stale', why: 'it aged on' },
  { row: said('stale'), after: 0, shown: 'stale', why: 'the server said so' },
  { row: said('halted'), after: 3_600_000, shown: 'halted', why: 'a halt does not age' },
  {
    row: said('live', null, 0),
    after: 16_000,
    shown: 'delayed',
    why: 'without an event time, receipt counts',
  },
  { row: said('live', 0, 20_000), after: 20_000, shown: 'delayed', why: 'the event counts, not receipt' },
])('$shown, for $why', ({ row, after, shown }) => {
  expect(stateOfRow(row, after)).toBe(shown);
});

test('an age is never negative', () => {
  expect(ageOfRow(said('live', 5_000), 0)).toBe(0);
});
