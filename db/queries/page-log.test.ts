import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { feeds } from '@/db/schema/feeds';
import { useTestDatabase } from '@/db/testing';
import { addArticle, addSource } from '@/db/testing/add-rows';
import { storePage } from '@/db/writes/store-page';
import type { SourceId } from '@/lib/model/ids';
import { readPageLog } from './page-log';

const START = new Date('2026-11-23T12:00:00Z');
const minutes = (count: number) => new Date(START.getTime() + count * 60_000);

useTestDatabase();

test('of the pages of a feed it tells which gave no text, and why, the latest first', async () => {
  const sourceId = await addSource('post');
  const [feed] = await database().select().from(feeds).where(eq(feeds.sourceId, sourceId));
  if (!feed) throw new Error('It has no feed.');
  await add('post', 'Long ago', -60 * 24 * 20, 'There is no such page (404).');
  await add('post', 'One', 1, 'The site refuses us (403).');
  await add('post', 'Two', 2, undefined);
  await add('post', 'Three', 3, 'The page is larger than 2 MB.');
  await addSource('other');
  await add('other', 'Four', 4, 'The site refuses us (403).');
  const log = await readPageLog(feed.id, minutes(-60 * 24 * 14), 1);
  expect(log).toMatchObject({
    asked: 3,
    without: 2,
    latest: [{ title: 'Three', fetchedAt: minutes(3), message: 'The page is larger than 2 MB.' }],
  });
  expect(log.latest).toHaveLength(1);
  expect((await readPageLog(feed.id, minutes(0), 9)).latest.map(({ title }) => title)).toEqual([
    'Three',
    'One',
  ]);
});

async function add(source: string, title: string, at: number, message: string | undefined): Promise<void> {
  const { articleId } = await addArticle({ sourceId: source as SourceId, title, at: minutes(at) });
  const body = message === undefined ? 'All.' : undefined;
  const page = { articleId, fetchedAt: minutes(at), canonicalUrl: undefined, attribution: undefined };
  await storePage({ ...page, bodyHtml: body, bodyText: body, message });
}
