import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { database } from '@/db/client';
import { loadTopics } from '@/db/queries/load-topics';
import { readTopicEdits } from '@/db/queries/topic-edits';
import { readTopicSettings } from '@/db/queries/topic-settings';
import { articleTopics } from '@/db/schema/articles';
import { deskDecisions } from '@/db/schema/desk';
import { operators } from '@/db/schema/operators';
import { topics } from '@/db/schema/tokens';
import { useTestDatabase } from '@/db/testing';
import { addArticle, addSource, addToken } from '@/db/testing/add-rows';
import { seedTopics } from '@/db/writes/seed-topics';
import { DAY_MS } from '@/lib/core/time';
import type { ArticleId, SourceId, TokenId, TopicId } from '@/lib/model/ids';
import { toTopicDraft, type TopicDraft } from '@/lib/model/topic';
import { saveTopic } from './save-topic';
import { undoTopicEdit } from './undo-topic-edit';

const NOW = new Date('2026-11-23T12:00:00Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS);
const LIGHTS = 'lighthouses' as TopicId;
const BY = { operator: { id: 'op' }, now: NOW };
let ids: Readonly<Record<'lamp' | 'beacon' | 'mint' | 'coin' | 'old', ArticleId>>;

useTestDatabase();
beforeAll(async () => {
  await database()
    .insert(operators)
    .values({ id: 'op', name: 'Desk', email: 'desk@desk.example', createdAt: NOW, updatedAt: NOW });
  const [alpha, mint] = [await addSource('alpha'), await addSource('mint-office')];
  const token = await addToken('tidecoin', 'TIDE');
  const add = async (title: string, days: number, more: { sourceId?: SourceId; tokenIds?: TokenId[] } = {}) =>
    (await addArticle({ sourceId: alpha, title, at: daysAgo(days), ...more })).articleId;
  ids = {
    lamp: await add('A new lamp', 1),
    beacon: await add('The beacon is lit', 2),
    mint: await add('Opening hours', 3, { sourceId: mint }),
    coin: await add('Prices', 4, { tokenIds: [token] }),
    old: await add('The beacon was lit', 9),
  };
});

beforeEach(async () => {
  await database().delete(articleTopics);
  await database().delete(deskDecisions);
  await database().delete(topics);
  await database()
    .insert(topics)
    .values({ id: LIGHTS, name: 'Lighthouses', description: 'Lamps.', words: ['lamp'] });
  await database()
    .insert(articleTopics)
    .values([
      { articleId: ids.lamp, topicId: LIGHTS, field: 'title', matchedText: 'lamp' },
      { articleId: ids.old, topicId: LIGHTS, field: 'title', matchedText: 'by an older rule' },
    ]);
});

const NEW_RULES = {
  words: 'beacon\n\n beacon ',
  tokenIds: 'tidecoin',
  sourceIds: 'mint-office',
  languages: 'en',
};

test('what an edit would do to the last seven days is told before anything is saved', async () => {
  const result = await saveTopic(
    { topicId: LIGHTS, wanted: await draft(NEW_RULES), confirmed: undefined },
    BY,
  );
  expect(result).toMatchObject({
    kind: 'rehearsed',
    rehearsal: {
      articlesRead: 4,
      staying: 0,
      entering: [
        { id: ids.beacon, tag: { field: 'title', matchedText: 'beacon' } },
        { id: ids.mint, tag: { field: 'source', matchedText: 'mint-office' } },
        { id: ids.coin, tag: { field: 'title' } },
      ],
      leaving: [{ id: ids.lamp, title: 'A new lamp' }],
    },
  });
  expect(await filed()).toEqual(new Set([ids.lamp, ids.old]));
  expect(await readTopicEdits(LIGHTS)).toEqual([]);
});

test('a confirmed edit files those articles anew, leaves older ones, and is on record', async () => {
  expect(await save(NEW_RULES)).toMatchObject({
    kind: 'saved',
    words: 'Saved: 3 articles entered, 1 left.',
  });
  expect(await filed()).toEqual(new Set([ids.beacon, ids.mint, ids.coin, ids.old]));
  expect((await loadTopics())[0]).toMatchObject({ words: ['beacon'], languages: ['en'] });
  expect(await readTopicEdits(LIGHTS)).toMatchObject([
    {
      operatorName: 'Desk',
      at: NOW,
      summary: 'Lighthouses: 3 articles entered, 1 left',
      undoneAt: undefined,
    },
  ]);
});

test('an edit can be undone, the last first and once', async () => {
  const first = await save(NEW_RULES);
  const second = await save({ ...NEW_RULES, words: 'lamp' });
  if (first.kind !== 'saved' || second.kind !== 'saved') throw new Error('Not saved.');
  expect(await undoTopicEdit(first.decisionId, BY)).toMatchObject({
    kind: 'refused',
    words: expect.stringContaining('afterwards'),
  });
  expect(await undoTopicEdit(second.decisionId, BY)).toMatchObject({ kind: 'done' });
  expect(await undoTopicEdit(first.decisionId, BY)).toMatchObject({ kind: 'done' });
  expect(await undoTopicEdit(first.decisionId, BY)).toMatchObject({ kind: 'refused' });
  expect(await filed()).toEqual(new Set([ids.lamp, ids.old]));
  expect(await readTopicSettings(LIGHTS)).toMatchObject({
    words: ['lamp'],
    tokenIds: [],
    editedAt: undefined,
  });
});

test('the catalogue leaves an edited topic alone and keeps the others in line', async () => {
  await seedTopics();
  const [shipped] = await loadTopics();
  if (!shipped) throw new Error('No topic is shipped.');
  const wanted = { ...toTopicDraft(shipped), name: 'Another name', tokenIds: '' };
  const asked = { topicId: shipped.id, wanted };
  const seen = await saveTopic({ ...asked, confirmed: undefined }, BY);
  if (seen.kind !== 'rehearsed') throw new Error(seen.kind);
  expect(await saveTopic({ ...asked, confirmed: seen.toConfirm }, BY)).toMatchObject({ kind: 'saved' });
  await database()
    .update(topics)
    .set({ name: 'Spoilt' })
    .where(eq(topics.id, 'etf' as TopicId));
  await seedTopics();
  const names = (await loadTopics()).map(({ name }) => name);
  expect(names).toContain('Another name');
  expect(names).not.toContain('Spoilt');
});

test.each<[why: RegExp, change: Partial<TopicDraft>]>([
  [/No token has the id nosuch/, { tokenIds: 'nosuch' }],
  [/No source has the id nobody/, { sourceIds: 'nobody' }],
  [/One letter alone/, { words: 'a' }],
  [/a letter or a digit/, { words: '***' }],
  [/en, zh, ko/, { languages: 'English' }],
  [/no article would belong/, { words: ' \n ' }],
  [/has a name/, { name: ' ' }],
])('%s', async (why, change) => {
  const result = await saveTopic({ topicId: LIGHTS, wanted: await draft(change), confirmed: undefined }, BY);
  expect(result).toMatchObject({ kind: 'invalid' });
  expect(JSON.stringify(result)).toMatch(why);
});

async function save(change: Partial<TopicDraft>) {
  const asked = { topicId: LIGHTS, wanted: await draft(change) };
  const seen = await saveTopic({ ...asked, confirmed: undefined }, BY);
  if (seen.kind !== 'rehearsed') throw new Error(JSON.stringify(seen));
  return saveTopic({ ...asked, confirmed: seen.toConfirm }, BY);
}

async function draft(change: Partial<TopicDraft>): Promise<TopicDraft> {
  const settings = await readTopicSettings(LIGHTS);
  if (!settings) throw new Error('The topic is gone.');
  return { ...toTopicDraft(settings), ...change };
}

async function filed(): Promise<ReadonlySet<ArticleId>> {
  const rows = await database().select().from(articleTopics).where(eq(articleTopics.topicId, LIGHTS));
  return new Set(rows.map(({ articleId }) => articleId));
}
