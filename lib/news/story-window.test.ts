import type { Piscina } from 'piscina';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadNeighboursById } from '@/db/queries/find-neighbours';
import { useTestDatabase } from '@/db/testing';
import { addArticle, addSource } from '@/db/testing/add-rows';
import { HOUR_MS } from '@/lib/core/time';
import type { ArticleId, SourceId, StoryId } from '@/lib/model/ids';
import type { ComparableArticle, Neighbour } from '@/lib/model/placement';
import { startPlacingThread, StoryWindow } from './story-window';

const NOW = new Date('2026-11-23T12:00:00Z');
const IDS = [{ articleId: 9_001 as ArticleId, storyId: 9_001 as StoryId }];

useTestDatabase();
let known: Neighbour;
let thread: Piscina;
let window: StoryWindow;

beforeAll(async () => {
  const { articleId } = await addArticle({
    sourceId: await addSource('post'),
    title: 'Harbour operator loses two vaults to a retired signing key',
    at: new Date(NOW.getTime() - HOUR_MS),
  });
  known = await load(articleId);
  thread = startPlacingThread();
  window = await StoryWindow.open(NOW, thread);
});
afterAll(() => thread.destroy());

test('knows what the database has, and places beside it', async () => {
  expect(await place(report())).toMatchObject([
    { storyId: known.storyId, placement: { kind: 'joins', relation: 'report' } },
  ]);
});

test('forgets a batch that could not be stored', async () => {
  const other = { ...report(), title: 'Ferry company sinks its own sale', titleHash: 'ferry' };
  const batch = await window.openBatch([other], NOW);
  expect(await batch.place(IDS)).toMatchObject([{ placement: { kind: 'opens' } }]);
  await batch.undo();
  expect(await place({ ...other, sourceId: 'wire' as SourceId })).toMatchObject([
    { placement: { kind: 'opens' } },
  ]);
});

test('is read again when its thread has come to an end', async () => {
  await Promise.all(thread.threads.map((worker) => worker.terminate()));
  expect(await place(report())).toMatchObject([{ storyId: known.storyId, placement: { kind: 'joins' } }]);
});

test('no longer finds what is gone', async () => {
  await window.forget([known.articleId]);
  expect(await place(report())).toMatchObject([{ placement: { kind: 'opens' } }]);
  await window.reload([known.articleId]);
  expect(await place(report())).toMatchObject([{ storyId: known.storyId }]);
});

/** Places an article and takes it back, so that the next test finds the window as it was. */
async function place(article: ComparableArticle) {
  const batch = await window.openBatch([article], NOW);
  const placed = await batch.place(IDS);
  await batch.undo();
  return placed;
}

function report(): ComparableArticle {
  return {
    ...known,
    sourceId: 'echo' as SourceId,
    title: 'Retired signing key costs harbour operator two vaults',
    titleHash: 'another',
    url: 'https://echo.example/1',
    canonicalUrl: 'https://echo.example/1',
    bodyText: '',
    bodyHash: undefined,
  };
}

async function load(id: ArticleId): Promise<Neighbour> {
  const [neighbour] = await loadNeighboursById([id]);
  if (!neighbour) throw new Error('The article is not there.');
  return neighbour;
}
