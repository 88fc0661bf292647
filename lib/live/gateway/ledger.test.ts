import { expect, test } from 'vitest';
import type { Decimal } from '@/lib/core/decimal';
import type { TokenQuote } from '@/lib/model/quote';
import { createLedger } from './ledger';
import { TEST_START, testQuote } from './testing';

const after = (ms: number): Date => new Date(TEST_START.getTime() + ms);
const HELD = testQuote('bitcoin', '64231.50');

const NEXT: readonly { name: string; quote: TokenQuote; isNews: boolean }[] = [
  { name: 'the same again', quote: HELD, isNews: false },
  { name: 'another price', quote: { ...HELD, priceUsd: '64231.51' as Decimal }, isNews: true },
  { name: 'a change of a hundredth of a percent', quote: { ...HELD, change24h: 1.25 }, isNews: true },
  { name: 'a change too small to show', quote: { ...HELD, change24h: 1.2401 }, isNews: false },
  { name: 'a change that is no longer known', quote: { ...HELD, change24h: undefined }, isNews: true },
  { name: 'another volume', quote: { ...HELD, volume24hUsd: '1151284685' as Decimal }, isNews: false },
  { name: 'a venue less', quote: { ...HELD, venues: ['kraken'] }, isNews: true },
  { name: 'a halt', quote: { ...HELD, halted: true }, isNews: true },
  { name: 'a confirmation 4.9 s younger', quote: { ...HELD, exchangeAt: after(4_900) }, isNews: false },
  { name: 'a confirmation 5 s younger', quote: { ...HELD, exchangeAt: after(5_000) }, isNews: true },
];

test.each(NEXT)('$name is news: $isNews', ({ quote, isNews }) => {
  const ledger = createLedger();
  ledger.take([HELD], TEST_START);
  ledger.take([quote], after(5_000));
  expect(ledger.seq()).toBe(isNews ? 2 : 1);
  expect(ledger.entryOf('bitcoin').version).toBe(ledger.seq());
});

test('a token without a price has no row', () => {
  expect(createLedger().entryOf('bitcoin')).toMatchObject({ version: 0, fragment: undefined });
});

test('ageing is a change only when it turns the state', () => {
  const ledger = createLedger();
  ledger.take([HELD], TEST_START);
  for (let ms = 0; ms <= 15_000; ms += 1_000) ledger.judge(after(ms));
  expect(ledger.seq()).toBe(1);
  ledger.judge(after(15_001));
  ledger.judge(after(20_000));
  expect(ledger.seq()).toBe(2);
  expect(JSON.parse(ledger.entryOf('bitcoin').fragment ?? '')).toContain('delayed');
});

test('every life of the server has a name of its own', () => {
  expect(createLedger().epoch).not.toBe(createLedger().epoch);
});
