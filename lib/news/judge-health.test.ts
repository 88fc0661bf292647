import { describe, expect, test } from 'vitest';
import type { Poll } from './poll';
import {
  documentOf,
  failed,
  feedWith,
  found,
  fresh,
  GONE,
  HTML_PAGE,
  judge,
  LIMITED,
  NOT_MODIFIED,
  officeFeed,
  reading,
} from './poll-testing';

describe('the state of a feed', () => {
  test.each<[string, Partial<Poll>, string, RegExp | undefined]>([
    ['that brings items', reading(fresh(30)), 'well', undefined],
    ['that has not changed', { fetched: NOT_MODIFIED }, 'well', undefined],
    ['that sends the bytes we have', { reading: 'same-body' }, 'well', undefined],
    ['that cannot be reached', { fetched: failed('Nobody there.') }, 'ill', /^Nobody there\.$/],
    ['that asks for rest', { fetched: LIMITED }, 'ill', /less often/],
    ['that answers a page', { reading: HTML_PAGE }, 'ill', /HTML page/],
    ['that is new and empty', reading([]), 'well', undefined],
    [
      'that has gone empty',
      { ...reading([]), feed: feedWith({ document: documentOf(30) }) },
      'ill',
      /no item at all, where it had 30/,
    ],
    [
      'whose items cannot be used any more',
      { ...reading([{ kind: 'rejected', reason: 'no link' }]), feed: feedWith({ document: documentOf(30) }) },
      'ill',
      /1 item, none of which can be used, where it had 30/,
    ],
    ['said to be gone', { fetched: GONE }, 'ill', /once more to make sure/],
    [
      'said to be gone again',
      { fetched: GONE, feed: feedWith({ findings: [found('gone')] }) },
      'dead',
      /twice in a row/,
    ],
    [
      'that is back from being gone',
      { fetched: NOT_MODIFIED, feed: feedWith({ findings: [found('gone')] }) },
      'well',
      undefined,
    ],
    [
      'silent as on every weekend',
      { fetched: NOT_MODIFIED, feed: officeFeed(), now: new Date('2026-11-22T12:00:00Z') },
      'well',
      undefined,
    ],
    [
      'silent on a working day',
      { fetched: NOT_MODIFIED, feed: officeFeed(), now: new Date('2026-11-24T16:00:00Z') },
      'late',
      /^No new article for 3 d, where about \d\d were to be expected: .* less than once in 10?,000 times\.$/,
    ],
    [
      'silent, and not to be reached',
      { fetched: failed('Nobody there.'), feed: officeFeed(), now: new Date('2026-11-25T16:00:00Z') },
      'ill',
      /Nobody there/,
    ],
  ])('%s', (_, poll, state, words) => {
    const health = judge(poll);
    expect(health.state).toBe(state);
    if (words) expect(health.stateReason).toMatch(words);
    else expect(health.stateReason).toBeUndefined();
    expect(health.failures).toBe(state === 'well' || state === 'late' ? 0 : 4);
  });
});

test.each<[string, Partial<Poll>, boolean]>([
  ['a full one does', reading(fresh(30)), true],
  ['an empty one does not', reading([]), false],
  ['a shrunken one does not', reading(fresh(10)), false],
  ['a page does not', { reading: HTML_PAGE }, false],
])('an answer replaces the last good one: %s', (_, poll, is) => {
  expect(judge({ ...poll, feed: feedWith({ document: documentOf(30) }) }).isGoodAnswer).toBe(is);
});
