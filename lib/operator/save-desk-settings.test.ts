import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { database } from '@/db/client';
import { readDeskSettings } from '@/db/queries/desk-settings';
import { feeds, fetches } from '@/db/schema/feeds';
import { installation } from '@/db/schema/installation';
import { useTestDatabase } from '@/db/testing';
import { addArticle, addSource } from '@/db/testing/add-rows';
import { DAY_MS } from '@/lib/core/time';
import type { DeskSettingsDraft } from '@/lib/model/desk-settings';
import { saveDeskSettings } from './save-desk-settings';

const NOW = new Date('2026-11-23T12:00:00Z');
const AS_IT_IS: DeskSettingsDraft = { keep: 'ever', keepArticlesDays: '', keepFetchesDays: '30' };

useTestDatabase();
beforeAll(async () => {
  const outlet = await addSource('outlet');
  const keeper = await addSource('keeper');
  for (const age of [1, 10, 40]) {
    await addArticle({ sourceId: outlet, title: `Outlet ${age}`, at: daysAgo(age) });
    await addArticle({ sourceId: keeper, title: `Keeper ${age}`, at: daysAgo(age) });
  }
  const { storyId } = await addArticle({ sourceId: outlet, title: 'Old, of a story', at: daysAgo(40) });
  await addArticle({
    sourceId: keeper,
    title: 'New, of the same story',
    at: daysAgo(1),
    joins: { storyId, relation: 'report' },
  });
  const [feed] = await database().select().from(feeds);
  if (!feed) throw new Error('No feed came back.');
  await database().update(feeds).set({ keepDays: 365 }).where(eq(feeds.sourceId, keeper));
  for (const age of [...Array.from({ length: 50 }, () => 1), 10, 40]) {
    const row = { feedId: feed.id, startedAt: daysAgo(age), durationMs: 1, outcome: 'failed' as const };
    await database().insert(fetches).values(row);
  }
});
beforeEach(async () => {
  await database().delete(installation);
  await database().insert(installation).values({ world: 'real' });
});

test('what would go is counted, and only saved when that has been seen', async () => {
  const wanted = { keep: 'days', keepArticlesDays: '7', keepFetchesDays: '5' };
  const asked = await save(wanted);
  expect(asked).toEqual({ kind: 'unconfirmed', effect: { articles: 2, fetches: 2 }, toConfirm: '7/5' });
  expect(await readDeskSettings()).toEqual({ keepArticlesDays: undefined, keepFetchesDays: 30 });
  expect(await save(wanted, '30/30')).toMatchObject({ kind: 'unconfirmed' });
  expect(await save(wanted, '7/5')).toEqual({
    kind: 'saved',
    before: { keepArticlesDays: undefined, keepFetchesDays: 30 },
    after: { keepArticlesDays: 7, keepFetchesDays: 5 },
  });
  expect(await readDeskSettings()).toEqual({ keepArticlesDays: 7, keepFetchesDays: 5 });
  expect(await save({})).toMatchObject({ kind: 'saved' });
});

test('a rule by which nothing goes is saved at once', async () => {
  expect(await save({ keep: 'days', keepArticlesDays: '1000', keepFetchesDays: '41' })).toMatchObject({
    kind: 'saved',
  });
});

test.each([
  [{ keep: 'days', keepArticlesDays: '0' }, 'keepArticlesDays'],
  [{ keep: 'days', keepArticlesDays: '' }, 'keepArticlesDays'],
  [{ keep: 'days', keepArticlesDays: '99999' }, 'keepArticlesDays'],
  [{ keepFetchesDays: '3651' }, 'keepFetchesDays'],
  [{ keepFetchesDays: '1.5' }, 'keepFetchesDays'],
  [{ keep: 'sometimes' }, 'keep'],
])('%o is told where it does not fit', async (wanted, field) => {
  expect(await save(wanted)).toMatchObject({
    kind: 'invalid',
    problems: { [field]: expect.stringMatching(/\.$/) },
  });
});

function save(wanted: Partial<DeskSettingsDraft>, confirmed?: string) {
  return saveDeskSettings({ ...AS_IT_IS, ...wanted }, confirmed, NOW);
}

function daysAgo(days: number): Date {
  return new Date(NOW.getTime() - days * DAY_MS);
}
