import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import { stories } from '@/db/schema/articles';
import { useTestDatabase } from '@/db/testing';
import { addArticle, addSource, addToken, addTopic } from '@/db/testing/add-rows';
import type { SourceId, TokenId, TopicId } from '@/lib/model/ids';
import { latestStories, readStoryHeadlines } from './story-headlines';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 12, minute));
const [ALPHA, BETA, GAMMA] = ['alpha', 'beta', 'gamma'] as SourceId[] as [SourceId, SourceId, SourceId];
const ETHER = 'ethereum' as TokenId;
const BITCOIN = 'bitcoin' as TokenId;
const ETF = 'etf' as TopicId;

useTestDatabase();
beforeAll(async () => {
  for (const source of [ALPHA, BETA, GAMMA]) await addSource(source);
  await addToken(BITCOIN, 'BTC', 1);
  await addToken(ETHER, 'ETH', 2);
  await addTopic(ETF);
  const funds = await addArticle({ sourceId: ALPHA, title: 'Funds', at: at(1), tokenIds: [ETHER] });
  const join = { storyId: funds.storyId, relation: 'report' as const };
  await addArticle({
    sourceId: GAMMA,
    title: 'Funds by gamma',
    at: at(3),
    joins: join,
    tokenIds: [ETHER, BITCOIN],
    topicIds: [ETF],
  });
  await addArticle({ sourceId: BETA, title: 'Funds by beta', at: at(2), joins: join });
  await addArticle({ sourceId: BETA, title: 'Funds by beta again', at: at(4), joins: join });
  await addArticle({ sourceId: ALPHA, title: 'Funds, day two', at: at(5), joins: join });
  await addArticle({
    sourceId: GAMMA,
    title: 'Hidden report',
    at: at(5),
    joins: join,
    hidden: true,
    tokenIds: [BITCOIN],
  });
  await addArticle({
    sourceId: BETA,
    title: 'A copy',
    at: at(6),
    joins: { ...join, relation: 'repost', repostOfId: funds.articleId },
  });
  await addArticle({ sourceId: BETA, title: 'Later', at: at(8) });
  await addArticle({ sourceId: BETA, title: 'Taken down', at: at(9), hidden: true });
  const merged = await addArticle({ sourceId: GAMMA, title: 'Merged', at: at(10) });
  await database().update(stories).set({ redirectTo: funds.storyId }).where(eq(stories.id, merged.storyId));
});

test('stories stand by their last article; hidden and merged ones are not among them', async () => {
  expect(await titles({ limit: 9 })).toEqual(['Later', 'Funds']);
  expect(await titles({ limit: 1 })).toEqual(['Later']);
  const [later] = await readStoryHeadlines({ limit: 1 });
  expect(await titles({ limit: 9, below: later })).toEqual(['Funds']);
});

test('a story names each other source once, the first to report first, and no copies', async () => {
  const [, funds] = await readStoryHeadlines({ limit: 9 });
  expect(funds?.reports.map((report) => report.title)).toEqual(['Funds by beta', 'Funds by gamma']);
});

test('a story is about what any of its visible articles is about, the main token first', async () => {
  const [later, funds] = await readStoryHeadlines({ limit: 9 });
  expect(funds?.tokens.map((token) => token.id)).toEqual([ETHER, BITCOIN]);
  expect(later?.tokens).toEqual([]);
});

test('each of its tokens names the article that says so best', async () => {
  const [, funds] = await readStoryHeadlines({ limit: 9 });
  expect(funds?.tokens.map(({ article, why }) => [article.slug, why.field])).toEqual([
    ['funds', 'title'],
    ['funds-by-gamma', 'title'],
  ]);
});

test('a topic has the stories of which one article belongs to it', async () => {
  expect(await titles({ limit: 9, topicId: ETF })).toEqual(['Funds']);
  expect(await titles({ limit: 9, topicId: 'unheard' as TopicId })).toEqual([]);
});

test('the latest stories come out of their index in order; only equal moments are sorted', async () => {
  const plan = await explain(latestStories({ limit: 40 }).toSQL());
  expect(plan).toContain('stories_latest');
  expect(plan).toContain('Presorted Key: stories.last_article_at');
});

async function titles(question: Parameters<typeof readStoryHeadlines>[0]): Promise<string[]> {
  return (await readStoryHeadlines(question)).map((story) => story.lead.title);
}

/** A handful of rows is read and sorted faster without an index; kept from that, the planner shows if it could use it. */
async function explain({ sql, params }: { sql: string; params: unknown[] }): Promise<string> {
  const client = await database().$client.connect();
  try {
    for (const way of ['seqscan', 'bitmapscan', 'sort', 'hashjoin', 'mergejoin'])
      await client.query(`set enable_${way} = off`);
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${sql}`, params);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  } finally {
    client.release(true);
  }
}
