import { afterAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import { topics } from '@/db/schema/tokens';
import { useTestDatabase } from '@/db/testing';
import type { TopicId } from '@/lib/model/ids';
import { newsReader, renewNewsReader } from './reader';
import { OUTLET, writeItem, writeRss } from './testing';

const FEED = writeRss(OUTLET.siteUrl, [writeItem({ id: 1, title: 'The harbour lowers its fee' })]);
const INPUT = {
  contentType: 'application/rss+xml',
  url: `${OUTLET.siteUrl}/feed`,
  seenAt: new Date('2026-11-23T12:00:00Z'),
  known: new Set<string>(),
  source: OUTLET,
};

useTestDatabase();
afterAll(async () => (await newsReader()).stop());

test('a renewed reader files by the topics as they are now, and what is being read is read to its end', async () => {
  const reader = await newsReader();
  expect(await topicsOf(reader)).toEqual([]);
  await database()
    .insert(topics)
    .values({ id: 'fees' as TopicId, name: 'Fees', description: 'Fees', words: ['fee'] });
  const underWay = Promise.all([topicsOf(reader), topicsOf(reader), topicsOf(reader)]);
  await renewNewsReader();
  expect(await underWay).toHaveLength(3);
  expect(await topicsOf(reader)).toEqual(['fees']);
});

async function topicsOf(reader: Awaited<ReturnType<typeof newsReader>>): Promise<TopicId[]> {
  const reading = await reader.read({ ...INPUT, bytes: Buffer.from(FEED) });
  if (reading.kind !== 'articles') throw new Error(reading.message);
  return reading.items.flatMap((item) =>
    item.kind === 'article' ? item.article.topics.map(({ topicId }) => topicId) : [],
  );
}
