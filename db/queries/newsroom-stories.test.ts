import { beforeAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import { refusedTags } from '@/db/schema/articles';
import { reports } from '@/db/schema/desk';
import { useTestDatabase } from '@/db/testing';
import { addArticle, addSource, addToken } from '@/db/testing/add-rows';
import { mergeStoriesInto } from '@/db/writes/merge-stories';
import { addOperator } from '@/db/testing/read-newsroom';
import { MINUTE_MS } from '@/lib/core/time';
import type { ArticleId, StoryId } from '@/lib/model/ids';
import { countDecisions, readDecisions } from './desk-decisions';
import { readNewsroomArticle } from './newsroom-article';
import { findNewsroomStories, readNewsroomMembers, readNewsroomStory } from './newsroom-stories';
import { countOpenReports, readOpenReports } from './open-reports';

const NOW = new Date('2026-05-04T12:00:00Z');

useTestDatabase();

let ferry: { articleId: ArticleId; storyId: StoryId };
let mint: { articleId: ArticleId; storyId: StoryId };
let report: { articleId: ArticleId; storyId: StoryId };

beforeAll(async () => {
  const sourceId = await addSource('post');
  const tokenIds = [await addToken('sleepless-ai', 'AI', 900)];
  ferry = await addArticle({ sourceId, title: 'Ferry runs late', at: NOW });
  mint = await addArticle({
    sourceId,
    title: 'Mint 50% idle',
    at: new Date(NOW.getTime() - MINUTE_MS),
    tokenIds,
  });
  const joins = { storyId: ferry.storyId, relation: 'report' as const };
  report = await addArticle({ sourceId, title: 'No boat at noon', at: NOW, joins });
});

test.each<[string, () => string, () => readonly StoryId[]]>([
  ['nothing', () => '', () => [ferry.storyId, mint.storyId]],
  ['words of the lead', () => 'ferry RUNS', () => [ferry.storyId]],
  ['words of another report', () => 'no boat', () => [ferry.storyId]],
  ['a sign that means anything to a database', () => '%', () => [mint.storyId]],
  ['its id', () => String(mint.storyId), () => expect.arrayContaining([mint.storyId]) as StoryId[]],
  ['its page on the desk', () => `https://desk.example/story/mint-${mint.storyId}?x=1`, () => [mint.storyId]],
  ['the page of an article', () => `/article/no-boat-${report.articleId}`, () => [ferry.storyId]],
  ['the address of an article', () => 'https://post.example/no-boat-at-noon', () => [ferry.storyId]],
  ['an address nobody has', () => 'https://post.example/else', () => []],
])('stories are found by %s', async (_, words, ids) => {
  const found = await findNewsroomStories(words(), { limit: 10, offset: 0 });
  expect(found.map(({ id }) => id)).toEqual(ids());
});

test('a story lists its articles, and one that is merged says where it leads', async () => {
  expect(await readNewsroomMembers(ferry.storyId)).toMatchObject([
    { title: 'Ferry runs late', relation: 'origin' },
    { title: 'No boat at noon', relation: 'report' },
  ]);
  const { id: operatorId } = await addOperator('chief');
  await mergeStoriesInto({ from: mint.storyId, into: ferry.storyId }, { operatorId, now: NOW });
  expect(await readNewsroomStory(mint.storyId)).toMatchObject({ redirectTo: ferry.storyId });
  expect(await findNewsroomStories('', { limit: 10, offset: 0, without: ferry.storyId })).toEqual([]);
  expect(await countDecisions()).toBe(1);
  expect(await readDecisions({ limit: 5, offset: 0 })).toMatchObject([
    { kind: 'merge-stories', operatorName: 'chief', undoneAt: undefined, undoneByName: undefined },
  ]);
});

test('an article shows its tags with their reasons and what was refused', async () => {
  const tokenId = await addToken('near', 'NEAR', 40);
  const refused = { articleId: mint.articleId, tokenId, at: NOW, linkerVersion: 1 };
  await database()
    .insert(refusedTags)
    .values({ ...refused, field: 'title', matchedText: 'near', reason: 'a word of the language' });
  expect(await readNewsroomArticle(mint.articleId)).toMatchObject({
    tags: [{ id: 'sleepless-ai', isMain: true, why: { rule: 'name', decidedBy: 'linker' } }],
    refused: [{ id: 'near', matchedText: 'near', reason: 'a word of the language' }],
    removed: [],
  });
  expect(await readNewsroomArticle(987_654 as ArticleId)).toBeUndefined();
});

test('reports on one tag are one line, with what readers wrote', async () => {
  const tokenId = 'sleepless-ai' as never;
  const row = { articleId: mint.articleId, tokenId, kind: 'wrong-token' as const };
  await database()
    .insert(reports)
    .values([
      { ...row, sender: 'a', at: NOW, note: 'It is on machines.' },
      { ...row, sender: 'b', at: new Date(NOW.getTime() + MINUTE_MS) },
      { ...row, sender: 'c', at: NOW, settledAt: NOW, outcome: 'kept' },
    ]);
  expect(await countOpenReports()).toBe(1);
  expect(await readOpenReports(10)).toMatchObject([
    { readers: 2, notes: ['It is on machines.'], firstAt: NOW, symbol: 'AI', why: { rule: 'name' } },
  ]);
});
