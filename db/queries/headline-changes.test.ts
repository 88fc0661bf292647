import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { articles, headlineChanges } from '@/db/schema/articles';
import { useTestDatabase } from '@/db/testing';
import { addArticle, addSource } from '@/db/testing/add-rows';
import { withdrawArticles } from '@/db/writes/withdraw-articles';
import { readHeadlineChanges, readStoryHeadlineChanges } from './headline-changes';
import { readStoryMembers } from './story';

useTestDatabase();
const NOON = new Date('2026-11-23T12:00:00Z');
const ONE = new Date('2026-11-23T13:00:00Z');

test('the ledger is told the latest first, and the story’s timeline marks whom it is about', async () => {
  const sourceId = await addSource('post');
  const { articleId, storyId } = await addArticle({ sourceId, title: 'Mint halts work', at: NOON });
  const other = await addArticle({
    sourceId,
    title: 'Mint stands still',
    at: NOON,
    joins: { storyId, relation: 'report' },
  });
  await database()
    .insert(headlineChanges)
    .values({ articleId, kind: 'retitled', at: NOON, before: 'Mint pauses', after: 'Mint halts work' });
  expect(await withdrawArticles([articleId], ONE)).toBe(1);
  expect(await withdrawArticles([articleId], ONE)).toBe(0);
  expect(await readHeadlineChanges(articleId)).toEqual([
    { kind: 'withdrawn', at: ONE, before: 'Mint halts work', after: undefined },
    { kind: 'retitled', at: NOON, before: 'Mint pauses', after: 'Mint halts work' },
  ]);
  expect(await readHeadlineChanges(other.articleId)).toEqual([]);
  expect(await readStoryHeadlineChanges(storyId)).toMatchObject([
    { kind: 'withdrawn', headline: { id: articleId, source: { name: 'post' } } },
    { kind: 'retitled', before: 'Mint pauses', after: 'Mint halts work' },
  ]);
  expect(await readStoryMembers(storyId)).toMatchObject([
    { id: articleId, withdrawn: true, retitled: true },
    { id: other.articleId, withdrawn: false, retitled: false },
  ]);
  const [row] = await database().select().from(articles).where(eq(articles.id, articleId));
  expect(row?.withdrawnAt).toEqual(ONE);
});
