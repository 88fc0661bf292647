import { expect, test } from 'vitest';
import { fetchWords, nextPollWords, provenanceWords } from './feed-words';

const NOW = new Date('2026-11-23T12:00:00Z');
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);
const NOTHING = { httpStatus: undefined, items: undefined, newArticles: undefined, message: undefined };

test.each([
  [{ ...NOTHING, outcome: 'fetched' as const, items: 30, newArticles: 4 }, '30 items, 4 new'],
  [{ ...NOTHING, outcome: 'fetched' as const, items: 1 }, '1 item, 0 new'],
  [{ ...NOTHING, outcome: 'not-modified' as const }, 'unchanged since the last time'],
  [{ ...NOTHING, outcome: 'limited' as const, message: 'Asked to wait 5 min.' }, 'Asked to wait 5 min.'],
  [{ ...NOTHING, outcome: 'gone' as const }, 'gone for good'],
  [
    { ...NOTHING, outcome: 'failed' as const, message: 'The name does not exist.' },
    'The name does not exist.',
  ],
])('%o reads "%s"', (fetch, words) => {
  expect(fetchWords(fetch)).toBe(words);
});

test.each([
  [{ state: 'well' as const, nextPollAt: after(240), leasedUntil: undefined }, 'in 4 min'],
  [{ state: 'well' as const, nextPollAt: after(-9), leasedUntil: after(-1) }, 'due now'],
  [{ state: 'well' as const, nextPollAt: after(0.5), leasedUntil: undefined }, 'due now'],
  [{ state: 'ill' as const, nextPollAt: after(-9), leasedUntil: after(60) }, 'being asked now'],
  [{ state: 'paused' as const, nextPollAt: after(240), leasedUntil: undefined }, 'not while paused'],
  [{ state: 'dead' as const, nextPollAt: after(240), leasedUntil: undefined }, 'not until resumed'],
])('%o is asked %s', (feed, words) => {
  expect(nextPollWords(feed, NOW)).toBe(words);
});

test.each([
  ['seen in 3 public repositories; unproven', 'seen in 3 public repositories'],
  ['added in the console by Ada', 'added in the console by Ada'],
])('"%s" is known as "%s"', (provenance, words) => {
  expect(provenanceWords(provenance)).toBe(words);
});
