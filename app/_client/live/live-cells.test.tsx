import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import type { Decimal } from '@/lib/core/decimal';
import type { TokenId } from '@/lib/model/ids';
import type { TokenQuote } from '@/lib/model/quote';
import { LiveChange } from './live-change';
import { LivePrice } from './live-price';
import { QuoteStateBadge } from './quote-state-badge';

const AT = new Date('2026-11-23T14:03:22Z');
const QUOTE: TokenQuote = {
  tokenId: 'bitcoin' as TokenId,
  priceUsd: '64231.5' as Decimal,
  change24h: 1.24,
  open24hUsd: undefined,
  high24hUsd: undefined,
  low24hUsd: undefined,
  volume24hUsd: undefined,
  venues: ['kraken'],
  exchangeAt: AT,
  receivedAt: AT,
  halted: false,
};
const after = (ms: number): Date => new Date(AT.getTime() + ms);
const props = (quote: TokenQuote | undefined, ms = 0) => ({ tokenId: 'bitcoin', quote, now: after(ms) });

const textOf = (piece: ReactNode): string => renderToStaticMarkup(piece).replace(/<[^>]*>/g, '|');

test('what the server writes is the price of the page, for the eye and for the ear', () => {
  const cell = textOf(<LivePrice {...props(QUOTE)} name="Bitcoin" />);
  expect(cell).toContain('|64,231.50|');
  expect(cell).toContain('|Bitcoin 64,231.50 US dollars, up 1.24 percent|');
  expect(textOf(<LivePrice {...props(QUOTE)} />)).toContain('|64,231.50 US dollars|');
});

test('a token without a price has a dash, and says so', () => {
  expect(textOf(<LivePrice {...props(undefined)} />)).toMatch(/\|–\|.*\|price unknown\|/);
  expect(textOf(<LiveChange {...props(undefined)} />)).toMatch(/\|–\|.*\|change unknown in 24 hours\|/);
  expect(textOf(<QuoteStateBadge {...props(undefined)} />)).toContain('|No price|');
});

test.each([
  { change24h: 1.24, shown: '▲||+1.24|%', direction: 'up' },
  { change24h: -0.25, shown: '▼||−0.25|%', direction: 'down' },
  { change24h: 0.001, shown: '0.00|%', direction: 'flat' },
])('a change of $change24h percent points $direction', ({ change24h, shown, direction }) => {
  const markup = renderToStaticMarkup(<LiveChange {...props({ ...QUOTE, change24h })} spoken={false} />);
  const text = markup.replace(/<[^>]*>/g, '|').replaceAll('\u00a0', '|');
  expect(text).toContain(shown);
  expect(markup).toContain(`data-direction="${direction}"`);
  expect(markup).not.toContain('percent');
});

test.each([
  { ms: 5_000, state: 'live', full: 'Live · as of 14:03:22 UTC' },
  { ms: 30_000, state: 'delayed', full: 'Delayed · as of 14:03:22 UTC · 30 s' },
  { ms: 120_000, state: 'stale', full: 'Stale · as of 14:03:22 UTC · 2 min' },
  { ms: 86_400_000, state: 'stale', full: 'Stale · as of 23 Nov 2026, 14:03:22 UTC · 24 h' },
])('$ms ms after its event a price is $state: "$full"', ({ ms, state, full }) => {
  const markup = renderToStaticMarkup(<QuoteStateBadge {...props(QUOTE, ms)} form="full" />);
  expect(markup).toContain(`>${full}<`);
  expect(markup).toContain(`data-state="${state}"`);
});

test('a narrow badge shows the age once the price is stale, and nothing but its dot before', () => {
  expect(textOf(<QuoteStateBadge {...props(QUOTE, 5_000)} />)).toMatch(/\|\|$/);
  expect(textOf(<QuoteStateBadge {...props(QUOTE, 120_000)} />)).toMatch(/\|2 min\|\|$/);
});
