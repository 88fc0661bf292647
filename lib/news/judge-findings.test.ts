import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '@/lib/core/time';
import type { FeedFinding, FindingKind } from '@/lib/model/feed-finding';
import type { Poll } from './poll';
import {
  ago,
  answer,
  documentOf,
  failed,
  feedWith,
  found,
  fresh,
  judge,
  NOT_MODIFIED,
  NOW,
  officeFeed,
  reading,
} from './poll-testing';

describe('findings', () => {
  const thirty = feedWith({ document: documentOf(30) });
  test.each<[FindingKind, string, Partial<Poll>, RegExp | undefined]>([
    [
      'shrunken',
      'is a third of the feed',
      { ...reading(fresh(10)), feed: thirty },
      /10 items, where it had 30/,
    ],
    ['shrunken', 'is not half of it', { ...reading(fresh(15)), feed: thirty }, undefined],
    [
      'shrunken',
      'is not two of three',
      { ...reading(fresh(1)), feed: feedWith({ document: documentOf(3) }) },
      undefined,
    ],
    [
      'flood',
      'is fifty where none was due',
      { ...reading(fresh(50)), feed: thirty },
      /50 new articles came at once/,
    ],
    ['flood', 'is not a first archive', reading(fresh(50)), undefined],
    [
      'flood',
      'is not what a few days away bring',
      { ...reading(fresh(50)), feed: officeFeed(ago(4 * DAY_MS)) },
      undefined,
    ],
    [
      'same-dates',
      'is one moment for all',
      reading(fresh(9, () => ({ claimedAt: ago(HOUR_MS) }))),
      /All 9 items/,
    ],
    [
      'same-dates',
      'is not two moments',
      reading(fresh(9, (index) => ({ claimedAt: ago(index > 0 ? 1 : 2) }))),
      undefined,
    ],
    ['same-dates', 'is not no date', reading(fresh(9, () => ({ claimedAt: undefined }))), undefined],
    [
      'future-dates',
      'is three of four',
      reading(fresh(4, (index) => ({ claimClamped: index > 0 }))),
      /3 of 4 articles/,
    ],
    [
      'future-dates',
      'is not one of thirty',
      reading(fresh(30, (index) => ({ claimClamped: index === 0 }))),
      undefined,
    ],
    [
      'new-ids',
      'is known addresses under other ids',
      { ...reading(fresh(10), { reidentified: 8, stored: 0 }), feed: thirty },
      /8 articles we have/,
    ],
    [
      'new-ids',
      'is not two of ten',
      { ...reading(fresh(10), { reidentified: 2, stored: 0 }), feed: thirty },
      undefined,
    ],
    [
      'language',
      'is five in another',
      { ...reading(fresh(5, () => ({ language: 'tr' }))), feed: officeFeed() },
      /in Turkish, where it used to write English/,
    ],
    [
      'language',
      'is not one in another',
      { ...reading(fresh(1, () => ({ language: 'tr' }))), feed: officeFeed() },
      undefined,
    ],
    [
      'moved',
      'is an address that says so',
      { fetched: answer('https://new.example/feed') },
      /1 of 3 answers/,
    ],
  ])('%s %s', (kind, _, poll, words) => {
    const finding = judge(poll).findings.find((each) => each.kind === kind);
    if (words) expect(finding?.words).toMatch(words);
    else expect(finding).toBeUndefined();
  });

  test('keep their beginning while they last', () => {
    const feed = feedWith({ document: documentOf(30), findings: [found('shrunken', HOUR_MS)] });
    const [finding] = judge({ ...reading(fresh(10)), feed }).findings;
    expect(finding).toMatchObject({ since: ago(HOUR_MS).toISOString(), seen: NOW.toISOString() });
  });

  test.each<[string, FeedFinding, Partial<Poll>, boolean]>([
    ['stay while nobody answers', found('shrunken', HOUR_MS), { fetched: failed('No.') }, true],
    ['end when the feed is as it was', found('shrunken', HOUR_MS), reading(fresh(30)), false],
    [
      'end when a small feed has stayed small for days',
      found('shrunken', 4 * DAY_MS),
      reading(fresh(10)),
      false,
    ],
    ['of an event are told for a day', found('flood', 23 * HOUR_MS), { fetched: NOT_MODIFIED }, true],
    ['of an event end by themselves', found('flood', 25 * HOUR_MS), { fetched: NOT_MODIFIED }, false],
    ['of silence end with an article', found('silent', HOUR_MS), reading(fresh(1)), false],
  ])('%s', (_, finding, poll, stays) => {
    const feed = { ...officeFeed(), document: documentOf(30), findings: [finding] };
    expect(judge({ ...poll, feed }).findings.some(({ kind }) => kind === finding.kind)).toBe(stays);
  });
});
