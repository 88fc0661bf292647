import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { database } from '@/db/client';
import { readFeedSettings } from '@/db/queries/feed-settings';
import { feeds, sources } from '@/db/schema/feeds';
import { useTestDatabase } from '@/db/testing';
import { addSource } from '@/db/testing/add-rows';
import type { FeedSettingsDraft } from '@/lib/model/feed-settings';
import type { FeedId, SourceId } from '@/lib/model/ids';
import { saveFeedSettings } from './save-feed-settings';
import { saveSource } from './save-source';

const NOW = new Date('2026-11-23T12:00:00Z');
const TOMORROW = new Date('2026-11-24T12:00:00Z');
const AS_IT_IS: FeedSettingsDraft = {
  pace: 'learnt',
  every: '',
  unit: 'minutes',
  fullText: 'excerpt',
  excerptChars: '600',
  keep: 'rule',
  keepDays: '',
};

useTestDatabase();
let id: FeedId;
beforeEach(async () => {
  await database().delete(feeds);
  await database().delete(sources);
  const sourceId = await addSource('outlet');
  const [feed] = await database()
    .update(feeds)
    .set({ state: 'well', nextPollAt: TOMORROW })
    .where(eq(feeds.sourceId, sourceId))
    .returning();
  if (!feed) throw new Error('No feed came back.');
  ({ id } = feed);
});

test('what is chosen is stored, and what was before comes back with it', async () => {
  const wanted = {
    pace: 'fixed',
    every: '1.5',
    unit: 'hours',
    fullText: 'page',
    keep: 'own',
    keepDays: '30',
  };
  expect(await save(wanted)).toEqual({
    kind: 'saved',
    before: { fixedIntervalSeconds: undefined, fullText: 'excerpt', excerptChars: 600, keepDays: undefined },
    after: { fixedIntervalSeconds: 5_400, fullText: 'page', excerptChars: 600, keepDays: 30 },
  });
  expect(await readFeedSettings(id)).toMatchObject({
    settings: { fixedIntervalSeconds: 5_400, fullText: 'page', excerptChars: 600, keepDays: 30 },
    intervalSeconds: 5_400,
  });
  expect(await save({})).toMatchObject({
    kind: 'saved',
    after: { fixedIntervalSeconds: undefined, keepDays: undefined },
  });
});

test.each<readonly [Partial<FeedSettingsDraft>, string, RegExp]>([
  [{ pace: 'fixed', every: '29', unit: 'seconds' }, 'every', /From 30 seconds to 24 hours/],
  [{ pace: 'fixed', every: '25', unit: 'hours' }, 'every', /From 30 seconds to 24 hours/],
  [{ pace: 'fixed', every: '' }, 'every', /Write a number/],
  [{ pace: 'fixed', every: '-5' }, 'every', /Write a number/],
  [{ pace: 'fixed', every: '1e3' }, 'every', /Write a number/],
  [{ excerptChars: '79' }, 'excerptChars', /80 to 5000/],
  [{ excerptChars: '600.5' }, 'excerptChars', /80 to 5000/],
  [{ keep: 'own', keepDays: '0' }, 'keepDays', /Whole days/],
  [{ keep: 'own', keepDays: '1.5' }, 'keepDays', /Whole days/],
  [{ fullText: 'everything' }, 'fullText', /Choose/],
])('%o is told beside %s and changes nothing', async (wanted, field, words) => {
  expect(await save(wanted)).toMatchObject({
    kind: 'invalid',
    problems: { [field]: expect.stringMatching(words) },
  });
  expect((await readFeedSettings(id))?.settings).toMatchObject({
    fixedIntervalSeconds: undefined,
    keepDays: undefined,
  });
});

test('of what is not chosen nothing is asked', async () => {
  const wanted = { every: 'x', excerptChars: 'x', fullText: 'delivered', keepDays: 'x' };
  expect(await save(wanted)).toMatchObject({ kind: 'saved', after: { excerptChars: 600 } });
});

test('a shorter interval counts at once where all is well, and a feed in trouble waits on', async () => {
  await save({ pace: 'fixed', every: '1', unit: 'minutes' });
  expect(await nextPoll()).toEqual(new Date('2026-11-23T12:01:00Z'));
  await save({ pace: 'fixed', every: '2', unit: 'hours' });
  expect(await nextPoll()).toEqual(new Date('2026-11-23T12:01:00Z'));
  await database().update(feeds).set({ state: 'ill', failures: 1, nextPollAt: TOMORROW });
  await save({ pace: 'fixed', every: '1', unit: 'minutes' });
  expect(await nextPoll()).toEqual(TOMORROW);
});

test('an interval shorter than one may choose stays while it is left alone', async () => {
  await database().update(feeds).set({ fixedIntervalSeconds: 5 });
  expect(await save({ pace: 'fixed', every: '5', unit: 'seconds', fullText: 'page' })).toMatchObject({
    kind: 'saved',
  });
});

test('a feed that is not there, or was taken out, is told so', async () => {
  expect(await saveFeedSettings(999_999 as FeedId, AS_IT_IS, NOW)).toEqual({ kind: 'missing' });
  await database().update(feeds).set({ removedAt: NOW });
  expect(await save({})).toEqual({ kind: 'missing' });
});

test('a source is corrected as it was entered: checked, and its id stays', async () => {
  const draft = {
    name: ' Outlet of record ',
    siteUrl: 'https://outlet.example/news',
    language: 'pt-BR',
    country: 'br',
    kind: 'aggregator' as const,
    cryptoOnly: true,
  };
  const source = 'outlet' as SourceId;
  expect(await saveSource(source, draft)).toEqual({ kind: 'saved' });
  expect((await readFeedSettings(id))?.source).toEqual(
    expect.objectContaining({ ...draft, id: 'outlet', name: 'Outlet of record', country: 'BR' }),
  );
  expect(await saveSource(source, { ...draft, siteUrl: 'javascript:alert(1)' })).toMatchObject({
    kind: 'invalid',
    problems: { siteUrl: expect.stringMatching(/web address/) },
  });
  expect(await saveSource('nobody' as SourceId, draft)).toEqual({ kind: 'missing' });
});

function save(wanted: Partial<FeedSettingsDraft>) {
  return saveFeedSettings(id, { ...AS_IT_IS, ...wanted }, NOW);
}

async function nextPoll(): Promise<Date | undefined> {
  const [feed] = await database().select().from(feeds).where(eq(feeds.id, id));
  return feed?.nextPollAt;
}
