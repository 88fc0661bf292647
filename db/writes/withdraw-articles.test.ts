import { and, eq, isNotNull } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { articles, headlineChanges } from '@/db/schema/articles';
import { useTestDatabase } from '@/db/testing';
import { addArticle, addSource } from '@/db/testing/add-rows';
import type { ArticleId } from '@/lib/model/ids';
import { recordHeadlineChanges } from './record-headline-changes';
import { withdrawArticles } from './withdraw-articles';

const START = new Date('2026-11-23T12:00:00Z');
const minutes = (count: number) => new Date(START.getTime() + count * 60_000);

useTestDatabase();

test('an article is noted as withdrawn once, whatever the number of answers without it', async () => {
  const id = await article('one');
  expect(await withdrawArticles([id], minutes(1))).toBe(1);
  expect(await withdrawArticles([id], minutes(2))).toBe(0);
  expect(await ledger(id)).toEqual(['withdrawn']);
});

test('what comes and goes by turns is noted twice in a week, and its neighbour is none the worse', async () => {
  const [id, neighbour] = [await article('flap'), await article('neighbour')];
  for (let turn = 0; turn < 10; turn += 1) {
    await withdrawArticles([id], minutes(2 * turn));
    await comeBack(id, minutes(2 * turn + 1));
  }
  expect(await ledger(id)).toEqual(['withdrawn', 'back', 'withdrawn', 'back']);
  expect(await withdrawArticles([id, neighbour], minutes(30))).toBe(1);
  expect(await ledger(neighbour)).toEqual(['withdrawn']);
  expect(await withdrawArticles([id], minutes(7 * 24 * 60 + 3))).toBe(1);
});

/** As it is when a feed lists again what was withdrawn. */
async function comeBack(id: ArticleId, at: Date): Promise<void> {
  await database().transaction(async (transaction) => {
    const back = await transaction
      .update(articles)
      .set({ withdrawnAt: null })
      .where(and(eq(articles.id, id), isNotNull(articles.withdrawnAt)))
      .returning({ articleId: articles.id, before: articles.title, after: articles.title });
    const changes = back.map((row) => ({ ...row, kind: 'back' }) as const);
    await recordHeadlineChanges(transaction, changes, at);
  });
}

async function article(title: string): Promise<ArticleId> {
  const { articleId } = await addArticle({ sourceId: await addSource(title), title, at: START });
  return articleId;
}

async function ledger(id: ArticleId): Promise<string[]> {
  const rows = await database()
    .select()
    .from(headlineChanges)
    .where(eq(headlineChanges.articleId, id))
    .orderBy(headlineChanges.id);
  return rows.map(({ kind }) => kind);
}
