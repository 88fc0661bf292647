import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { articles, articleTokens, headlineChanges, refusedTags, stories } from '@/db/schema/articles';
import { feedDays, feeds, fetches } from '@/db/schema/feeds';
import { installation } from '@/db/schema/installation';
import { readRefusedTags } from '@/db/queries/refused-tags';
import { useTestDatabase } from '@/db/testing';
import { addArticle, addSource, addToken } from '@/db/testing/add-rows';
import { DAY_MS } from '@/lib/core/time';
import type { ArticleId, SourceId } from '@/lib/model/ids';
import { createLog } from '@/lib/system/log';
import { startRetention, sweep, type RetentionParts } from './retention';

const NOW = new Date('2026-11-23T12:00:00Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS);

useTestDatabase();
const forgotten: ArticleId[] = [];
const parts: RetentionParts = {
  clock: () => NOW,
  log: createLog({ LOG_LEVEL: 'silent', LOG_FORMAT: 'json' }),
  desk: { oneByOne: (work) => work(), forget: async (ids) => void forgotten.push(...ids) },
};
let number = 0;

beforeEach(async () => {
  forgotten.length = 0;
  await database().delete(fetches);
  await database().execute(sql`truncate articles, stories cascade`);
  await database().execute(sql`delete from feeds`);
  await database().execute(sql`delete from sources`);
  await database().delete(installation);
  await database().insert(installation).values({ world: 'real', keepArticlesDays: 30 });
});

describe('articles', () => {
  test('go after the days that their feed keeps, else the desk, with their stories, tags and ledger', async () => {
    const [post, brief, archive] = [await source(), await source(7), await source(36_500)];
    const token = await addToken(`token-${(number += 1)}`, 'T');
    const old = await addArticle({ sourceId: post, title: 'Old', at: daysAgo(31), tokenIds: [token] });
    await database()
      .insert(headlineChanges)
      .values({ articleId: old.articleId, kind: 'retitled', at: daysAgo(30), before: 'Older', after: 'Old' });
    await addArticle({ sourceId: post, title: 'Young', at: daysAgo(29) });
    await addArticle({ sourceId: brief, title: 'Old to its feed', at: daysAgo(8) });
    await addArticle({ sourceId: brief, title: 'Young to its feed', at: daysAgo(6) });
    await addArticle({ sourceId: archive, title: 'Kept', at: daysAgo(900) });
    expect(await sweep(parts)).toMatchObject({ articles: 2 });
    expect(await titles()).toEqual(['Kept', 'Young', 'Young to its feed']);
    expect(await database().select().from(stories)).toHaveLength(3);
    expect(await database().select().from(articleTokens)).toEqual([]);
    expect(await database().select().from(headlineChanges)).toEqual([]);
    expect(forgotten).toContain(old.articleId);
    expect(await sweep(parts)).toMatchObject({ articles: 0 });
  });

  test('stay for ever where nobody has said otherwise', async () => {
    await database().update(installation).set({ keepArticlesDays: null });
    const [post, brief] = [await source(), await source(7)];
    await addArticle({ sourceId: post, title: 'Kept', at: daysAgo(4_000) });
    await addArticle({ sourceId: brief, title: 'Gone', at: daysAgo(4_000) });
    await sweep(parts);
    expect(await titles()).toEqual(['Kept']);
  });

  test('stay while one article of their story is young, or belongs to a feed that keeps', async () => {
    const [post, archive] = [await source(), await source(36_500)];
    const lead = await addArticle({ sourceId: post, title: 'Lead', at: daysAgo(40) });
    const joins = { storyId: lead.storyId, relation: 'report' } as const;
    await addArticle({ sourceId: post, title: 'Report', at: daysAgo(3), joins });
    const other = await addArticle({ sourceId: post, title: 'Other lead', at: daysAgo(40) });
    await addArticle({
      sourceId: archive,
      title: 'Other report',
      at: daysAgo(40),
      joins: { storyId: other.storyId, relation: 'report' },
    });
    await sweep(parts);
    expect(await titles()).toEqual(['Lead', 'Other lead', 'Other report', 'Report']);
    expect(forgotten).toEqual([]);
  });

  test('stay while a kept article of another story is a repost of them', async () => {
    const post = await source();
    const original = await addArticle({ sourceId: post, title: 'Original', at: daysAgo(40) });
    const young = await addArticle({ sourceId: post, title: 'Young lead', at: daysAgo(2) });
    await addArticle({
      sourceId: post,
      title: 'Copy',
      at: daysAgo(40),
      joins: { storyId: young.storyId, relation: 'repost', repostOfId: original.articleId },
    });
    await sweep(parts);
    expect(await titles()).toEqual(['Copy', 'Original', 'Young lead']);
  });

  test('go with their reposts and with the addresses that redirect to their story', async () => {
    const post = await source();
    const lead = await addArticle({ sourceId: post, title: 'Lead', at: daysAgo(50) });
    const joins = { storyId: lead.storyId, relation: 'repost', repostOfId: lead.articleId } as const;
    await addArticle({ sourceId: post, title: 'Copy', at: daysAgo(40), joins });
    const slug = { slug: 'merged', title: 'Merged', firstSeenAt: NOW, lastArticleAt: NOW };
    await database()
      .insert(stories)
      .values({ ...slug, redirectTo: lead.storyId });
    expect(await sweep(parts)).toMatchObject({ articles: 2 });
    expect(await database().select().from(stories)).toEqual([]);
  });

  test('behind many that must stay are found too', async () => {
    const [post, archive] = [await source(), await source(36_500)];
    for (let nth = 0; nth < 110; nth += 1) {
      const lead = await addArticle({ sourceId: post, title: `Needed ${nth}`, at: daysAgo(100) });
      const joins = { storyId: lead.storyId, relation: 'report' } as const;
      await addArticle({ sourceId: archive, title: `Keeps ${nth}`, at: daysAgo(100), joins });
    }
    await addArticle({ sourceId: post, title: 'Gone', at: daysAgo(50) });
    expect(await sweep(parts)).toMatchObject({ articles: 1 });
    expect(await titles()).not.toContain('Gone');
  });
});

describe('the fetch log', () => {
  test('keeps its days, and always the last 50 of a feed', async () => {
    await database().update(installation).set({ keepFetchesDays: 10 });
    const [busy, silent] = [await feedIdOf(await source()), await feedIdOf(await source())];
    const line = { durationMs: 1, outcome: 'fetched' } as const;
    for (let nth = 0; nth < 80; nth += 1) {
      await database()
        .insert(fetches)
        .values([
          { ...line, feedId: busy, startedAt: daysAgo(nth / 4) },
          { ...line, feedId: silent, startedAt: daysAgo(100 + nth) },
        ]);
    }
    expect(await sweep(parts)).toMatchObject({ fetches: 60 });
    const left = await database().select().from(fetches);
    expect(left.filter(({ feedId }) => feedId === busy)).toHaveLength(50);
    expect(left.filter(({ feedId }) => feedId === silent)).toHaveLength(50);
    await database().update(installation).set({ keepFetchesDays: 15 });
    expect(await sweep(parts)).toMatchObject({ fetches: 0 });
  });

  test('and the days of politeness, which go after 400', async () => {
    const feedId = await feedIdOf(await source());
    await database()
      .insert(feedDays)
      .values([
        { feedId, day: '2025-10-18' },
        { feedId, day: '2025-10-19' },
        { feedId, day: '2026-11-23' },
      ]);
    expect(await sweep(parts)).toMatchObject({ feedDays: 1 });
    expect(await database().select().from(feedDays)).toHaveLength(2);
  });
});

test('what the linker refused goes after seven days', async () => {
  const [post, token] = [await source(), await addToken(`token-${(number += 1)}`, 'AI')];
  const [first, second] = [
    await addArticle({ sourceId: post, title: 'AI here', at: daysAgo(8) }),
    await addArticle({ sourceId: post, title: 'AI there', at: daysAgo(6) }),
  ];
  const refusal = {
    tokenId: token,
    field: 'title',
    matchedText: 'AI',
    reason: 'No.',
    linkerVersion: 1,
  } as const;
  await database()
    .insert(refusedTags)
    .values([
      { ...refusal, articleId: first.articleId, at: daysAgo(7.01) },
      { ...refusal, articleId: second.articleId, at: daysAgo(6.99) },
    ]);
  expect(await sweep(parts)).toMatchObject({ articles: 0, refusals: 1 });
  expect(await readRefusedTags(first.articleId)).toEqual([]);
  expect(await readRefusedTags(second.articleId)).toHaveLength(1);
});

test('a sweeper that is told to stop before its first round stops at once', async () => {
  const sweeper = startRetention(parts);
  await sweeper.stop();
});

async function source(keepDays?: number): Promise<SourceId> {
  number += 1;
  const id = await addSource(`source-${number}`);
  if (keepDays !== undefined) await database().update(feeds).set({ keepDays }).where(eq(feeds.sourceId, id));
  return id;
}

async function feedIdOf(id: SourceId) {
  const [feed] = await database().select().from(feeds).where(eq(feeds.sourceId, id));
  if (!feed) throw new Error(`${id} has no feed.`);
  return feed.id;
}

async function titles(): Promise<readonly string[]> {
  return (await database().select().from(articles)).map(({ title }) => title).toSorted();
}
