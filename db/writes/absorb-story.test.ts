import { eq, inArray } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { readStory } from '@/db/queries/story';
import { articles, stories } from '@/db/schema/articles';
import { useTestDatabase } from '@/db/testing';
import { addArticle, addSource } from '@/db/testing/add-rows';
import { absorbStory } from './absorb-story';

useTestDatabase();

test('a story that is absorbed leads to the other, and so does what led to it before', async () => {
  const sourceId = await addSource('post');
  const at = new Date('2026-11-23T12:00:00Z');
  const [older, younger, youngest] = [
    await addArticle({ sourceId, title: 'Ferry sold', at }),
    await addArticle({ sourceId, title: 'Ferry company sells', at }),
    await addArticle({ sourceId, title: 'Sale of a ferry', at }),
  ];
  await database().transaction((one) => absorbStory(one, youngest.storyId, younger.storyId));
  await database().transaction((one) => absorbStory(one, younger.storyId, older.storyId));
  for (const { storyId } of [younger, youngest]) {
    expect(await readStory(storyId)).toMatchObject({ id: older.storyId });
    const [left] = await database().select().from(stories).where(eq(stories.id, storyId));
    expect(left).toMatchObject({ redirectTo: older.storyId, leadArticleId: null });
  }
  const moved = await database()
    .select({ storyId: articles.storyId, relation: articles.storyRelation })
    .from(articles)
    .where(inArray(articles.id, [younger.articleId, youngest.articleId]));
  const place = { storyId: older.storyId, relation: 'report' };
  expect(moved).toEqual([place, place]);
});
