import { expect, test } from 'vitest';
import { countPublishers } from './count-publishers';
import type { FeedState } from './feed';
import { worstFeedWords } from './source-words';

test.each<[FeedState[], string]>([
  [['well'], 'well'],
  [['well', 'ill'], '1 of 2 failing'],
  [['ill', 'ill'], 'failing'],
  [['well', 'dead', 'ill'], '1 of 3 gone for good'],
  [['well', 'new', 'paused'], '1 of 3 paused'],
])('a source with feeds %o reads %s', (states, words) => {
  expect(worstFeedWords(states)).toBe(words);
});

test.each([
  [1, 0, '1 publisher'],
  [3, 0, '3 publishers'],
  [3, 2, '3 publishers, 2 reposts'],
  [1, 1, '1 publisher, 1 repost'],
])('%s publishers and %s reposts read %s', (publisherCount, repostCount, words) => {
  expect(countPublishers({ publisherCount, repostCount })).toBe(words);
});
