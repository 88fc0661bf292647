import { eq } from 'drizzle-orm';
import { beforeAll, expect, test, vi } from 'vitest';
import { GET as getHealth } from '@/app/api/health/route';
import { GET as getCandles } from '@/app/api/v1/candles/route';
import { GET as getPrices } from '@/app/api/v1/prices/route';
import { GET as getStories } from '@/app/api/v1/stories/route';
import { database } from '@/db/client';
import { articles, stories } from '@/db/schema/articles';
import { feeds, sources } from '@/db/schema/feeds';
import { candles, tokenQuotes } from '@/db/schema/market';
import { tokens } from '@/db/schema/tokens';
import { useTestDatabase } from '@/db/testing';
import { claimInstallation } from '@/db/writes/claim-installation';
import type { Decimal } from '@/lib/core/decimal';
import { MINUTE_MS, startOfMinute } from '@/lib/core/time';
import type { SourceId, TokenId } from '@/lib/model/ids';

/** The routes read the machine's clock: it stands still, a little after noon. */
const NOW = new Date('2026-11-23T12:03:20Z');
vi.useFakeTimers({ toFake: ['Date'], now: NOW });

const THIS_MINUTE = startOfMinute(NOW);
const minutesAgo = (count: number): Date => new Date(THIS_MINUTE.getTime() - count * MINUTE_MS);
const BITCOIN = 'bitcoin' as TokenId;

useTestDatabase();

beforeAll(async () => {
  await claimInstallation('simulated', NOW);
  await database()
    .insert(tokens)
    .values(
      ['bitcoin', 'ethereum'].map((id) => ({
        id: id as TokenId,
        symbol: id.toUpperCase(),
        name: id,
        symbolAmbiguity: 'safe' as const,
        nameAmbiguity: 'safe' as const,
      })),
    );
  await database()
    .insert(tokenQuotes)
    .values({ tokenId: BITCOIN, priceUsd: '0.00001234' as Decimal, receivedAt: NOW, venues: ['kraken'] });
  const candle = (ago: number, prices: readonly string[], origin: string) => {
    const [open, high, low, close] = prices as readonly Decimal[] &
      readonly [Decimal, Decimal, Decimal, Decimal];
    return { tokenId: BITCOIN, minute: minutesAgo(ago), open, high, low, close, ticks: 1, origin };
  };
  await database()
    .insert(candles)
    .values([
      candle(2, ['100', '130', '90', '120'], 'live'),
      candle(1, ['120', '125', '110', '111'], 'live'),
      candle(59, ['9', '9', '9', '9'], 'kraken'),
      candle(60, ['1', '1', '1', '1'], 'kraken'),
    ]);
  await seedStories(5);
});

/** Five stories of one moment: what a page boundary must not swallow. */
async function seedStories(count: number): Promise<void> {
  const sourceId = 'harbour-ledger' as SourceId;
  await database().insert(sources).values({
    id: sourceId,
    name: 'Harbour Ledger',
    siteUrl: 'https://harbour.example',
    language: 'en',
    kind: 'newsroom',
  });
  const [feed] = await database()
    .insert(feeds)
    .values({ sourceId, url: 'https://harbour.example/feed', provenance: 'test' })
    .returning();
  for (let index = 1; index <= count; index += 1) {
    const [story] = await database()
      .insert(stories)
      .values({ slug: `story-${index}`, title: `Story ${index}`, firstSeenAt: NOW, lastArticleAt: NOW })
      .returning();
    if (!story || !feed) throw new Error('A row was inserted and did not come back.');
    const [article] = await database()
      .insert(articles)
      .values({
        sourceId,
        feedId: feed.id,
        guid: `g${index}`,
        url: `https://harbour.example/${index}`,
        canonicalUrl: `https://harbour.example/${index}`,
        slug: `story-${index}`,
        title: `Story ${index}`,
        bodyText: '',
        language: 'en',
        firstSeenAt: NOW,
        contentHash: `c${index}`,
        titleHash: `t${index}`,
        storyId: story.id,
        storyRelation: 'origin',
      })
      .returning();
    await database().update(stories).set({ leadArticleId: article?.id }).where(eq(stories.id, story.id));
  }
}

async function ask(get: (request: Request) => Promise<Response>, query: string, headers: HeadersInit = {}) {
  const response = await get(new Request(`http://desk.example/api?${query}`, { headers }));
  const text = await response.text();
  return { response, status: response.status, json: text === '' ? undefined : (JSON.parse(text) as unknown) };
}

test('prices are the rows of the socket; a token without a price has none, an unknown one is named', async () => {
  const { json } = await ask(getPrices, 'ids=ethereum,bitcoin,nobody');
  expect(json).toEqual({
    simulated: true,
    now: expect.any(Number),
    quotes: [['bitcoin', '0.00001234', null, null, 'live', null, NOW.getTime(), ['kraken']]],
    unknown: ['nobody'],
  });
});

test('an answer that did not change is not sent again', async () => {
  const first = await ask(getPrices, 'ids=bitcoin');
  const etag = first.response.headers.get('etag') ?? '';
  const again = await ask(getPrices, 'ids=bitcoin', { 'if-none-match': `"other", W/${etag}` });
  expect([again.status, again.json, again.response.headers.get('etag')]).toEqual([304, undefined, etag]);
  const other = await ask(getPrices, 'ids=bitcoin,ethereum,nobody', { 'if-none-match': etag });
  expect(other.status).toBe(200);
});

test('an hour is sixty minutes up to the running one, without the minutes that had no trade', async () => {
  const { json } = await ask(getCandles, 'token=bitcoin&range=1h');
  const second = (ago: number): number => minutesAgo(ago).getTime() / 1_000;
  expect(json).toMatchObject({
    simulated: true,
    tokenId: 'bitcoin',
    range: '1h',
    stepSeconds: 60,
    from: second(59),
    to: second(0),
    origins: ['kraken', 'live'],
    points: [
      [second(59), '9', '9', '9', '9'],
      [second(2), '100', '130', '90', '120'],
      [second(1), '120', '125', '110', '111'],
    ],
  });
});

test('a day is told in steps of five minutes, each with its first, highest, lowest and last price', async () => {
  const { json } = await ask(getCandles, 'token=bitcoin&range=24h');
  const noon = new Date('2026-11-23T12:00:00Z').getTime() / 1_000;
  expect(json).toMatchObject({
    stepSeconds: 300,
    from: noon - 86_400 + 300,
    to: noon,
    points: [
      [noon - 3_600, '1', '9', '1', '9'],
      [noon, '100', '130', '90', '111'],
    ],
  });
});

test('pages of stories that share a moment lose none and repeat none', async () => {
  const titles: string[] = [];
  let cursor: string | null = '';
  for (let page = 0; page < 10 && cursor !== null; page += 1) {
    const { json } = await ask(getStories, `limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
    const { stories: rows, next } = json as { stories: { lead: { title: string } }[]; next: string | null };
    titles.push(...rows.map((row) => row.lead.title));
    cursor = next;
  }
  expect(titles.toSorted()).toEqual(['Story 1', 'Story 2', 'Story 3', 'Story 4', 'Story 5']);
});

test.each([
  { get: getPrices, query: '', where: 'ids' },
  { get: getPrices, query: 'ids=', where: 'ids' },
  { get: getPrices, query: 'ids=,,', where: 'ids' },
  { get: getPrices, query: 'ids=bitcoin,%00', where: 'ids.1' },
  { get: getPrices, query: `ids=${Array.from({ length: 201 }, (_, i) => `t${i}`).join()}`, where: 'ids' },
  { get: getPrices, query: `ids=${'x'.repeat(101)}`, where: 'ids.0' },
  { get: getPrices, query: 'ids=Bitcoin', where: 'ids.0' },
  { get: getCandles, query: 'range=1h', where: 'token' },
  { get: getCandles, query: 'token=bitcoin&range=1y', where: 'range' },
  { get: getCandles, query: "token=bitcoin'--", where: 'token' },
  { get: getStories, query: 'limit=0', where: 'limit' },
  { get: getStories, query: 'limit=101', where: 'limit' },
  { get: getStories, query: 'limit=many', where: 'limit' },
  { get: getStories, query: 'cursor=%00%ff', where: 'cursor' },
  { get: getStories, query: 'cursor=MTIz', where: 'cursor' },
  { get: getStories, query: 'topic=a%00', where: 'topic' },
])(
  'the query "$query" is a bad one, and the answer says that $where is why',
  async ({ get, query, where }) => {
    const { status, json } = await ask(get, query);
    expect(status).toBe(400);
    expect(json).toEqual({
      simulated: true,
      error: { code: 'bad-query', where, message: expect.any(String) },
    });
  },
);

test('a token nobody knows is 404 in words', async () => {
  const { status, json } = await ask(getCandles, 'token=nobody');
  expect(status).toBe(404);
  expect(json).toMatchObject({ error: { code: 'unknown-token', message: 'There is no token nobody.' } });
});

test('the desk is ready when its database answers', async () => {
  const response = await getHealth();
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ ready: true, database: 'up', simulated: true });
});
