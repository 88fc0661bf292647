import { expect, test } from 'vitest';
import type { NewsItem } from '@/lib/live/protocol';
import { createNewsInbox } from './news-inbox';

const ITEM: NewsItem = {
  articleId: 1,
  storyId: 1,
  repost: false,
  opensStory: true,
  slug: 's-1',
  title: 'Sleepless AI opens its game',
  sourceId: 'harbour-ledger',
  sourceName: 'Harbour Ledger',
  language: 'en',
  tokenIds: ['sleepless-ai'],
  topicIds: ['ai'],
  claimedAt: null,
  firstSeenAt: 0,
};

const list = (shownAt: number) => ({ shownAt, reachesBack: 0 });

test('stories are counted, not articles, and only those told after the list was written', () => {
  const inbox = createNewsInbox();
  inbox.add({ at: 100, item: ITEM });
  inbox.add({ at: 200, item: { ...ITEM, articleId: 2, storyId: 2 } });
  inbox.add({ at: 300, item: { ...ITEM, articleId: 3, storyId: 2, opensStory: false } });
  expect([
    inbox.count(list(0)),
    inbox.count(list(100)),
    inbox.count(list(200)),
    inbox.count(list(300)),
  ]).toEqual([2, 1, 1, 0]);
});

test('an article told again after a gap counts once, at the time it was first told', () => {
  const inbox = createNewsInbox();
  inbox.add({ at: 100, item: ITEM });
  inbox.add({ at: 900, item: ITEM });
  expect(inbox.count(list(100))).toBe(0);
});

test.each([
  { repost: true, opensStory: false, counts: 0 },
  { repost: true, opensStory: true, counts: 1 },
  { repost: false, opensStory: false, counts: 1 },
])('repost $repost, opens its story $opensStory: counts $counts', ({ repost, opensStory, counts }) => {
  const inbox = createNewsInbox();
  inbox.add({ at: 1, item: { ...ITEM, repost, opensStory } });
  expect(inbox.count(list(0))).toBe(counts);
});

test.each([
  { filter: { tokenId: 'sleepless-ai' }, counts: 1 },
  { filter: { tokenId: 'bitcoin' }, counts: 0 },
  { filter: { topicId: 'ai' }, counts: 1 },
  { filter: { sourceId: 'harbour-ledger', storyId: 1 }, counts: 1 },
  { filter: { sourceId: 'harbour-ledger', storyId: 2 }, counts: 0 },
])('a list of $filter counts $counts', ({ filter, counts }) => {
  const inbox = createNewsInbox();
  inbox.add({ at: 1, item: ITEM });
  expect(inbox.count({ ...list(0), ...filter })).toBe(counts);
});

test.each([
  { claimedAt: 50, reachesBack: 100, counts: 0, why: 'it would stand below the last entry' },
  { claimedAt: 100, reachesBack: 100, counts: 1, why: 'it is as young as the last entry' },
  { claimedAt: null, reachesBack: 150, counts: 1, why: 'without a claim, first sight counts' },
])('an article claimed at $claimedAt counts $counts: $why', ({ claimedAt, reachesBack, counts }) => {
  const inbox = createNewsInbox();
  inbox.add({ at: 200, item: { ...ITEM, claimedAt, firstSeenAt: 190 } });
  expect(inbox.count({ shownAt: 0, reachesBack })).toBe(counts);
});

test('a tab open for a week holds the last 500', () => {
  const inbox = createNewsInbox();
  for (let id = 1; id <= 2_000; id += 1) inbox.add({ at: id, item: { ...ITEM, articleId: id, storyId: id } });
  expect(inbox.count(list(0))).toBe(500);
});
