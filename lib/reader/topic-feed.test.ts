import { parseRssFeed } from 'feedsmith';
import { beforeAll, expect, test } from 'vitest';
import { useTestDatabase } from '@/db/testing';
import { addArticle, addSource, addToken, addTopic } from '@/db/testing/add-rows';
import { claimInstallation } from '@/db/writes/claim-installation';
import type { StoryId, TopicId } from '@/lib/model/ids';
import { writeTopicFeed } from './topic-feed';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 12, minute));
const TIDES = 'tides' as TopicId;
let storyId: StoryId;

useTestDatabase();
beforeAll(async () => {
  await claimInstallation('simulated', at(0));
  const [alpha, beta] = [await addSource('alpha'), await addSource('beta')];
  const token = await addToken('tidecoin', 'TIDE');
  await addTopic(TIDES);
  await addTopic('calm');
  const first = await addArticle({
    sourceId: alpha,
    title: 'Ebb & flow: <b>high water</b>',
    dek: `Water <i>${'rises and '.repeat(30)}falls.`,
    at: at(1),
    topicIds: [TIDES],
    tokenIds: [token],
  });
  ({ storyId } = first);
  await addArticle({ sourceId: beta, title: 'المد والجزر', at: at(2), topicIds: [TIDES] });
  await addArticle({ sourceId: beta, title: 'Hidden', at: at(3), topicIds: [TIDES], hidden: true });
});

test('a topic’s feed holds its stories, the latest first, and says who tells them', async () => {
  const written = await writeTopicFeed(TIDES, 'https://desk.example');
  expect(written?.changedAt).toEqual(at(2));
  const feed = parseRssFeed(written?.xml ?? '');
  expect(feed).toMatchObject({
    title: 'tides · Tapewire (simulated world)',
    link: 'https://desk.example/topic/tides',
    atom: { links: [{ href: 'https://desk.example/topic/tides/feed.xml', rel: 'self' }] },
  });
  expect(feed.items?.map(({ title }) => title)).toEqual(['المد والجزر', 'Ebb & flow: <b>high water</b>']);
  const [, item] = feed.items ?? [];
  expect(item).toMatchObject({
    link: expect.stringMatching(`^https://desk.example/story/.*-${storyId}$`),
    guid: { value: `tapewire-story-${storyId}`, isPermaLink: false },
    pubDate: at(1).toUTCString(),
    categories: [{ name: 'tidecoin (TIDE)' }],
  });
  expect(item?.description).toMatch(/^Water &lt;i&gt;rises .{150,210}… — alpha, \d/);
});

test('a topic without stories has an empty feed, an unknown one has none', async () => {
  const written = await writeTopicFeed('calm' as TopicId, 'https://desk.example');
  expect(parseRssFeed(written?.xml ?? '').items ?? []).toEqual([]);
  expect(await writeTopicFeed('nowhere' as TopicId, 'https://desk.example')).toBeUndefined();
});
