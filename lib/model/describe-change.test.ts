import { expect, test } from 'vitest';
import { describeChange } from './describe-change';
import type { NewsroomState } from './newsroom-state';

const ARTICLE = {
  id: 7,
  title: 'Mint halts',
  story_id: 3,
  story_relation: 'report',
  story_evidence: null,
  repost_of_id: null,
  tags_locked_at: null,
};
const STORY = {
  id: 3,
  title: 'Mint',
  lead_article_id: 7,
  redirect_to: null,
  pinned_at: null,
  locked_at: null,
};
const TAG = { article_id: 7, token_id: 'sleepless-ai', role: 'primary', decided_by: 'linker' };
const STATE: NewsroomState = { stories: [STORY], articles: [ARTICLE], bonds: [], tags: [TAG], removed: [] };
const AT = '2026-05-04T12:00:00Z';

test.each<[string, Partial<NewsroomState>, readonly string[]]>([
  ['nothing', {}, []],
  [
    'a place',
    { articles: [{ ...ARTICLE, story_id: 9, story_relation: 'origin' }] },
    ['“Mint halts”: report in story 3 → origin in story 9'],
  ],
  [
    'a tag taken off for good',
    { tags: [], removed: [{ article_id: 7, token_id: 'sleepless-ai', decision_id: 1 }] },
    ['Tags of “Mint halts”: sleepless-ai (main) → –', 'Never to be tagged on “Mint halts”: – → sleepless-ai'],
  ],
  [
    'a lock of tags',
    { articles: [{ ...ARTICLE, tags_locked_at: AT }] },
    ['Tags of “Mint halts” are: open → locked'],
  ],
  [
    'a story that leads on',
    { stories: [{ ...STORY, redirect_to: 4, lead_article_id: null }] },
    ['Story 3 leads to: – → story 4', 'Story 3 is led by: article 7 → –'],
  ],
  [
    'a pin and a lock',
    { stories: [{ ...STORY, pinned_at: AT, locked_at: AT }] },
    ['The lead of story 3 is: free → pinned', 'Story 3 is: open → locked'],
  ],
  ['a story that came to be', { stories: [STORY, { ...STORY, id: 4 }] }, ['Story 4: – → “Mint”']],
])('tells %s', (_, change, lines) => {
  expect(inLines(STATE, { ...STATE, ...change })).toEqual(lines);
});

test('tells whatever else was decided by its fields', () => {
  expect(inLines({ words: ['etf'], name: 'ETF' }, { words: ['etf', 'etp'], name: 'ETF', note: 'x' })).toEqual(
    ['words: ["etf"] → ["etf","etp"]', 'note: – → x'],
  );
  expect(inLines(null, 'odd')).toEqual([]);
});

function inLines(before: unknown, after: unknown): readonly string[] {
  return describeChange(before, after).map(({ what, before: old, after: now }) => `${what}: ${old} → ${now}`);
}
