import { expect, test } from 'vitest';
import { useTestDatabase } from '@/db/testing';
import { addArticle, addSource, addToken } from '@/db/testing/add-rows';
import { addOperator, idOf } from '@/db/testing/read-newsroom';
import { exportCases } from './export-cases';
import { mergeStories } from './merge-stories';
import { retagArticle } from './retag-article';
import { splitStory } from './split-story';
import { undoDecision } from './undo-decision';

const NOW = new Date('2026-05-04T12:00:00Z');

useTestDatabase();

test('what was decided and stands is exported, a case a line', async () => {
  const by = { operator: await addOperator('desk-chief'), now: NOW };
  const sourceId = await addSource('post');
  const [wrong, right] = [await addToken('sleepless-ai', 'AI', 900), await addToken('bitcoin', 'BTC', 1)];
  const add = (title: string) => addArticle({ sourceId, title, at: NOW, tokenIds: [wrong, right] });
  const [one, other, third] = [
    await add('Mint halts'),
    await add('Mint stops work'),
    await add('Ferry sails'),
  ];
  idOf(await retagArticle({ articleId: one.articleId, tokenId: wrong, retagging: 'remove' }, by));
  const undone = await retagArticle({ articleId: third.articleId, tokenId: wrong, retagging: 'remove' }, by);
  idOf(await undoDecision(idOf(undone), by));
  idOf(await mergeStories({ from: other.storyId, into: one.storyId }, by));
  idOf(await mergeStories({ from: third.storyId, into: one.storyId }, by));
  idOf(await splitStory({ storyId: one.storyId, chosen: [third.articleId] }, by));
  expect((await collect()).map((line) => JSON.parse(line) as unknown)).toMatchObject([
    {
      task: 'tags',
      article: { id: one.articleId, title: 'Mint halts', source: 'post', bodyText: 'Mint halts, in full.' },
      tokens: ['bitcoin'],
      main: null,
      never: ['sleepless-ai'],
    },
    { task: 'stories', bond: 'together', article: { id: one.articleId }, other: { id: other.articleId } },
    { task: 'stories', bond: 'apart', article: { id: one.articleId }, other: { id: third.articleId } },
    { task: 'stories', bond: 'apart', article: { id: other.articleId }, other: { id: third.articleId } },
  ]);
});

async function collect(): Promise<readonly string[]> {
  const lines = [];
  for await (const line of exportCases()) lines.push(line);
  return lines;
}
