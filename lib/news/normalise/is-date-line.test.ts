import { expect, test } from 'vitest';
import { isDateLine } from './is-date-line';

test.each([
  'Slot & Epoch · 2026-11-24T03:26:36.185Z',
  'By Northquay Staff | 24 Nov 2026, 03:26 UTC',
  'Published November 24, 2026',
  'November 24, 2026',
  '24. Oktober 2026 – Lesezeit 3 Minuten',
  '24.11.2026',
  'Par la rédaction — 24 août 2026',
  '链讯港 · 2026年11月24日 11:20',
])('%s is a line of author and date', (line) => {
  expect(isDateLine(line)).toBe(true);
});

test.each([
  'The fund opened on November 24, 2026.',
  'On 2026-11-24 the network halted for nine minutes before validators restarted it',
  'Trading in the new pair starts on 24 November 2026 at ten',
  'By the harbour – a quiet day',
  'Bitcoin · Ethereum · Solana',
  '',
])('%s is none', (line) => {
  expect(isDateLine(line)).toBe(false);
});
