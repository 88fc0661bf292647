import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { loadBonds } from '@/db/queries/article-bonds';
import { readStory } from '@/db/queries/story';
import { deskDecisions } from '@/db/schema/desk';
import { useTestDatabase } from '@/db/testing';
import { addArticle, addSource } from '@/db/testing/add-rows';
import { addOperator, articleRow, idOf, storyRow, wholeNewsroom } from '@/db/testing/read-newsroom';
import { countStories } from '@/db/writes/count-story';
import { HOUR_MS } from '@/lib/core/time';
import { processBus } from '@/lib/live/bus/memory';
import type { ArticleId, SourceId, StoryId } from '@/lib/model/ids';
import type { NewsEvent } from '@/lib/model/news-event';
import { lockStory, unlockStory } from './lock-story';
import { mergeStories } from './merge-stories';
import type { ByHand } from './newsroom';
import { pinLead } from './pin-lead';
import { splitStory } from './split-story';
import { undoDecision } from './undo-decision';

const NOW = new Date('2026-05-04T12:00:00Z');

useTestDatabase();

let by: ByHand;
let sources: readonly SourceId[] = [];
let count = 0;
const told: NewsEvent[] = [];

beforeAll(async () => {
  by = { operator: await addOperator('desk-chief'), now: NOW };
  sources = [await addSource('post'), await addSource('echo'), await addSource('wire')];
  processBus().subscribe('news', (event) => told.push(event));
});
beforeEach(() => {
  told.length = 0;
});

describe('a merge', () => {
  test('moves the articles, counts anew, and lets the old address lead on', async () => {
    const [one, other] = [await addStory(2), await addStory(1)];
    const merged = await mergeStories({ from: other.storyId, into: one.storyId }, by);
    expect(merged).toMatchObject({
      kind: 'done',
      words: `Merged “${other.title}” into “${one.title}”: 1 article moved.`,
    });
    expect(await storyRow(one.storyId)).toMatchObject({ articleCount: 3, publisherCount: 2 });
    expect(await readStory(other.storyId)).toMatchObject({ id: one.storyId });
    expect(await articleRow(first(other))).toMatchObject({
      storyId: one.storyId,
      storyRelation: 'report',
      storyEvidence: 'put together by an operator',
    });
  });

  test('of a story that others lead to takes their addresses along, and gives them back', async () => {
    const [one, two, three] = [await addStory(1), await addStory(1), await addStory(1)];
    idOf(await mergeStories({ from: one.storyId, into: two.storyId }, by));
    const second = idOf(await mergeStories({ from: two.storyId, into: three.storyId }, by));
    expect(await readStory(one.storyId)).toMatchObject({ id: three.storyId });
    idOf(await undoDecision(second, by));
    expect(await readStory(one.storyId)).toMatchObject({ id: two.storyId });
  });

  test('binds the articles together and is undone without a trace', async () => {
    const [one, other] = [await addStory(2), await addStory(2)];
    const before = await wholeNewsroom();
    const id = idOf(await mergeStories({ from: other.storyId, into: one.storyId }, by));
    const bonds = (await loadBonds()).filter(({ otherId }) => other.articleIds.includes(otherId));
    expect(bonds).toEqual(
      other.articleIds.map((otherId) => ({ articleId: first(one), otherId, bond: 'together' })),
    );
    idOf(await undoDecision(id, by));
    expect(await wholeNewsroom()).toEqual(before);
    expect(await undoDecision(id, by)).toEqual({ kind: 'refused', words: 'It is undone already.' });
  });

  test('leaves an article that joined meanwhile where it is when undone', async () => {
    const [one, other] = [await addStory(1), await addStory(1)];
    const id = idOf(await mergeStories({ from: other.storyId, into: one.storyId }, by));
    const late = await join(one.storyId, 'report');
    idOf(await undoDecision(id, by));
    expect(await articleRow(late)).toMatchObject({ storyId: one.storyId });
    expect(await storyRow(one.storyId)).toMatchObject({ articleCount: 2 });
    expect(await storyRow(other.storyId)).toMatchObject({ articleCount: 1, redirectTo: null });
  });

  test('is refused with itself and with what leads on already', async () => {
    const [one, other] = [await addStory(1), await addStory(1)];
    const itself = await mergeStories({ from: one.storyId, into: one.storyId }, by);
    expect(itself).toMatchObject({ kind: 'refused', words: 'A story cannot be merged with itself.' });
    idOf(await mergeStories({ from: one.storyId, into: other.storyId }, by));
    const again = await mergeStories({ from: one.storyId, into: other.storyId }, by);
    expect(again).toMatchObject({ kind: 'refused' });
  });
});

describe('a split', () => {
  test('opens a story led by the first of the chosen, and tells readers of it', async () => {
    const story = await addStory(3);
    const [lead, second, third] = story.articleIds;
    const chosen = [third, second].filter((id) => id !== undefined);
    idOf(await splitStory({ storyId: story.storyId, chosen }, by));
    const opened = (await articleRow(chosen[1] ?? first(story))).storyId;
    expect(await storyRow(opened)).toMatchObject({ leadArticleId: second, articleCount: 2 });
    expect(await articleRow(chosen[1] ?? first(story))).toMatchObject({ storyRelation: 'origin' });
    expect(await storyRow(story.storyId)).toMatchObject({ leadArticleId: lead, articleCount: 1 });
    expect(told).toMatchObject([{ storyId: opened, articleId: second, opensStory: true }]);
  });

  test('keeps each that went from each that stayed, whatever was put together before', async () => {
    const [one, other] = [await addStory(1), await addStory(1)];
    idOf(await mergeStories({ from: other.storyId, into: one.storyId }, by));
    idOf(await splitStory({ storyId: one.storyId, chosen: other.articleIds }, by));
    expect((await loadBonds()).filter(({ articleId }) => articleId === first(one))).toEqual([
      { articleId: first(one), otherId: first(other), bond: 'apart' },
    ]);
  });

  test('of the lead gives those that stay another, and takes its copies along', async () => {
    const story = await addStory(2);
    const [lead, report] = story.articleIds;
    const copy = await join(story.storyId, 'repost', lead);
    const before = await wholeNewsroom();
    const id = idOf(await splitStory({ storyId: story.storyId, chosen: [first(story)] }, by));
    expect(await storyRow(story.storyId)).toMatchObject({ leadArticleId: report, articleCount: 1 });
    expect(await articleRow(copy)).toMatchObject({ repostOfId: lead, storyRelation: 'repost' });
    expect((await articleRow(copy)).storyId).toBe((await articleRow(first(story))).storyId);
    idOf(await undoDecision(id, by));
    const stories = (state: unknown) =>
      JSON.parse(JSON.stringify(state)) as [{ articles: unknown; bonds: unknown }];
    expect(stories(await wholeNewsroom())[0].articles).toEqual(stories(before)[0].articles);
    expect(stories(await wholeNewsroom())[0].bonds).toEqual(stories(before)[0].bonds);
    expect(await storyRow(story.storyId)).toMatchObject({ leadArticleId: lead, articleCount: 3 });
  });

  test('of a copy from its original makes it a report of its own', async () => {
    const story = await addStory(1);
    const copy = await join(story.storyId, 'repost', first(story));
    idOf(await splitStory({ storyId: story.storyId, chosen: [copy] }, by));
    expect(await articleRow(copy)).toMatchObject({ repostOfId: null, storyRelation: 'origin' });
  });

  test('undone after another article had joined leaves the new story to that one', async () => {
    const story = await addStory(2);
    const chosen = story.articleIds.slice(1);
    const id = idOf(await splitStory({ storyId: story.storyId, chosen }, by));
    const opened = (await articleRow(chosen[0] ?? first(story))).storyId;
    const late = await join(opened, 'report');
    idOf(await undoDecision(id, by));
    expect(await storyRow(opened)).toMatchObject({ leadArticleId: late, articleCount: 1, redirectTo: null });
  });

  test('undone lets the address it had opened lead back', async () => {
    const story = await addStory(2);
    const chosen = story.articleIds.slice(1);
    const id = idOf(await splitStory({ storyId: story.storyId, chosen }, by));
    const opened = (await articleRow(chosen[0] ?? first(story))).storyId;
    idOf(await undoDecision(id, by));
    expect(await readStory(opened)).toMatchObject({ id: story.storyId });
  });

  test.each<[string, (ids: readonly ArticleId[]) => readonly ArticleId[], RegExp]>([
    ['nothing', () => [], /Tick the articles/],
    ['everything', (ids) => ids, /Nothing would stay/],
    ['a stranger', () => [987_654 as ArticleId], /have left the story/],
  ])('of %s is refused', async (_, choose, why) => {
    const story = await addStory(2);
    const result = await splitStory({ storyId: story.storyId, chosen: choose(story.articleIds) }, by);
    expect(result).toMatchObject({ kind: 'refused', words: expect.stringMatching(why) as string });
  });
});

describe('pins and locks', () => {
  test('a pinned report leads its story until the pin is taken out', async () => {
    const story = await addStory(2);
    const report = story.articleIds[1] ?? first(story);
    const id = idOf(await pinLead({ storyId: story.storyId, articleId: report }, by));
    expect(await storyRow(story.storyId)).toMatchObject({ leadArticleId: report, pinnedAt: NOW });
    idOf(await undoDecision(id, by));
    expect(await storyRow(story.storyId)).toMatchObject({ leadArticleId: first(story), pinnedAt: null });
    const copy = await join(story.storyId, 'repost', first(story));
    expect(await pinLead({ storyId: story.storyId, articleId: copy }, by)).toMatchObject({ kind: 'refused' });
  });

  test('a story is locked and unlocked, each with its undo', async () => {
    const { storyId } = await addStory(1);
    idOf(await lockStory(storyId, by));
    const id = idOf(await unlockStory(storyId, by));
    expect(await storyRow(storyId)).toMatchObject({ lockedAt: null });
    idOf(await undoDecision(id, by));
    expect(await storyRow(storyId)).toMatchObject({ lockedAt: NOW });
  });
});

test('what a later decision builds upon is not undone before that one', async () => {
  const [one, other] = [await addStory(1), await addStory(1)];
  const merge = idOf(await mergeStories({ from: other.storyId, into: one.storyId }, by));
  const split = idOf(await splitStory({ storyId: one.storyId, chosen: other.articleIds }, by));
  expect(await undoDecision(merge, by)).toMatchObject({
    kind: 'refused',
    words: expect.stringMatching(/^Undo what was decided afterwards first: Split 1 article off/) as string,
  });
  idOf(await undoDecision(split, by));
  idOf(await undoDecision(merge, by));
  expect((await articleRow(first(other))).storyId).toBe(other.storyId);
});

test('each decision stands in the log with who, what, before and after', async () => {
  const story = await addStory(1);
  const id = idOf(await lockStory(story.storyId, by));
  const rows = await database().select().from(deskDecisions);
  expect(rows.find((row) => row.id === id)).toMatchObject({
    at: NOW,
    operatorId: 'desk-chief',
    kind: 'lock-story',
    subject: { storyIds: [story.storyId] },
    summary: `Locked “${story.title}”: nothing joins or leaves it by itself.`,
    before: { stories: [{ id: story.storyId, locked_at: null }] },
    after: { stories: [{ id: story.storyId, locked_at: expect.stringContaining('2026-05-04') as string }] },
    undoneAt: null,
  });
});

interface Told {
  readonly storyId: StoryId;
  readonly title: string;
  readonly articleIds: readonly ArticleId[];
}

/** A story of so many reports, each of another source. */
async function addStory(reports: number): Promise<Told> {
  const title = `Event ${(count += 1)}`;
  const { storyId, articleId } = await addArticle({ sourceId: source(0), title, at: at() });
  const others = [];
  for (let nth = 1; nth < reports; nth += 1) others.push(await join(storyId, 'report'));
  await database().transaction((transaction) => countStories(transaction, [storyId]));
  return { storyId, title, articleIds: [articleId, ...others] };
}

async function join(
  storyId: StoryId,
  relation: 'report' | 'repost',
  repostOfId?: ArticleId,
): Promise<ArticleId> {
  const joins = { storyId, relation, ...(repostOfId !== undefined && { repostOfId }) };
  const title = `Telling ${(count += 1)}`;
  const { articleId } = await addArticle({ sourceId: source(1), title, at: at(), joins });
  await database().transaction((transaction) => countStories(transaction, [storyId]));
  return articleId;
}

function at(): Date {
  return new Date(NOW.getTime() - 2 * HOUR_MS + count * 1_000);
}

function source(nth: number): SourceId {
  const id = sources[nth];
  if (!id) throw new Error('There is no such source.');
  return id;
}

function first({ articleIds: [id] }: Told): ArticleId {
  if (id === undefined) throw new Error('The story has no article.');
  return id;
}
