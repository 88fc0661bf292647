import { asc, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { articles, headlineChanges, stories } from '@/db/schema/articles';
import { useTestDatabase } from '@/db/testing';
import { claimDueFeeds } from '@/db/writes/claim-due-feeds';
import { seedFeeds } from '@/db/writes/seed-feeds';
import { createMemoryBus } from '@/lib/live/bus/memory';
import type { TaggedArticle } from '@/lib/model/article';
import type { FeedToPoll } from '@/lib/model/feed';
import type { TokenId } from '@/lib/model/ids';
import type { Intake } from '@/lib/model/intake';
import type { NewsEvent } from '@/lib/model/news-event';
import { createLog } from '@/lib/system/log';
import { newsDesk } from './desk';
import type { ReadItem } from './read-articles';
import { takeIn } from './take-in';
import type { IntakeParts } from './take-in-chunk';
import { catalogueFeed } from './testing';

const START = new Date('2026-11-23T12:00:00Z');
const minutes = (count: number) => new Date(START.getTime() + count * 60_000);
const TEXT =
  'The harbour operator said an attacker had emptied two of its vaults within nine minutes. A signing key that ' +
  'should have been retired in spring was still accepted. Deposits stay closed until an outside team has been through.';

useTestDatabase();
const events: NewsEvent[] = [];
const bus = createMemoryBus(() => undefined);
let now = START;
let parts: IntakeParts;
let feeds: Map<string, FeedToPoll>;

beforeAll(async () => {
  const ids = ['post', 'echo', 'wire', 'daily', 'gone', 'same-id', 'odd', 'cache', 'long', 'twin'];
  await seedFeeds(
    ids.map((id) => catalogueFeed('https://news.example', id)),
    START,
  );
  const claimed = await claimDueFeeds(minutes(60), ids.length);
  feeds = new Map(claimed.map((feed) => [feed.source.id, feed]));
  const log = createLog({ LOG_LEVEL: 'silent', LOG_FORMAT: 'json' });
  parts = { bus, clock: () => now, log, desk: await newsDesk(START) };
  bus.subscribe('news', (event) => events.push(event));
});
beforeEach(() => {
  now = START;
  events.length = 0;
});

describe('one answer', () => {
  test('files two reports of one event, and a copy, as if they had come one after the other', async () => {
    const told = write(1, { title: 'Harbour operator loses two vaults to a retired signing key' });
    const again = write(2, { title: 'Retired signing key costs harbour operator two vaults' });
    await poll('post', [told, again]);
    const [first, second] = [await row('id-1'), await row('id-2')];
    expect(second).toMatchObject({ storyId: first.storyId, storyRelation: 'report' });
    await poll('echo', [write(3, { title: 'Vaults', bodyText: TEXT }), write(4, { title: 'Quiet day' })]);
    await poll('wire', [write(5, { title: 'Empty vaults', bodyText: TEXT })]);
    expect(await row('id-5')).toMatchObject({
      storyRelation: 'repost',
      repostOfId: (await row('id-3')).id,
    });
    expect(await story('id-3')).toMatchObject({ articleCount: 4, publisherCount: 2, repostCount: 1 });
    expect(events).toHaveLength(5);
  });

  test('stores the same item once, however often the document lists it', async () => {
    const twice = write(10, { title: 'Twice' });
    const otherId = { ...twice, guid: 'another' };
    const intake = await poll('twin', [twice, { ...twice, title: 'Twice, again' }, otherId]);
    expect(intake).toMatchObject({ stored: 1, unchanged: 2, failed: 0 });
    const { id } = await row('id-10');
    expect(intake.listed.map(({ articleId }) => articleId)).toEqual([id, id, id]);
    expect(await poll('twin', [write(11, { title: 'New' }), twice, otherId])).toMatchObject({
      stored: 1,
      revised: 0,
      withdrawn: 0,
      reidentified: 0,
    });
  });

  test('of a feed that gives all items one id goes by their addresses', async () => {
    const item = (nth: number) => ({
      ...write(nth, { title: `Item ${nth}` }),
      guid: 'https://site.example/',
    });
    expect(await poll('same-id', [item(21), item(20)])).toMatchObject({ stored: 2 });
    expect(await poll('same-id', [item(22), item(21), item(20)])).toMatchObject({ stored: 1, revised: 0 });
    expect(await poll('same-id', [item(23), item(22), item(21)])).toMatchObject({ stored: 1, revised: 0 });
    const rows = await database()
      .select()
      .from(articles)
      .where(eq(articles.sourceId, feedOf('same-id').source.id));
    expect(rows.map(({ title }) => title).toSorted()).toEqual(['Item 20', 'Item 21', 'Item 22', 'Item 23']);
  });

  test('loses only the article that cannot be stored, and leaves no trace of it in the window', async () => {
    const bad = { tokenId: 'no-such-token' as TokenId, role: 'primary', score: 1, rule: 'name' } as const;
    const tag = {
      ...bad,
      field: 'title',
      matchedText: '',
      spanStart: 0,
      spanEnd: 0,
      confirmedBy: undefined,
    } as const;
    const broken = write(30, { title: 'Ferry company sinks its own token sale', tokens: [tag] });
    const items = [write(31, { title: 'Fine' }), broken, write(32, { title: 'Fine as well' })];
    const intake = await poll('odd', items);
    expect(intake).toMatchObject({ stored: 2, failed: 1 });
    expect(intake.listed).toHaveLength(2);
    const told = write(33, { title: 'Token sale of ferry company sinks on its own' });
    expect(await poll('odd', [...items, told])).toMatchObject({ stored: 1, failed: 1 });
    expect(await story('id-33')).toMatchObject({ leadArticleId: (await row('id-33')).id, articleCount: 1 });
  });

  test('with signs no database can store is stored without them', async () => {
    await poll('odd', [write(35, { title: 'Half a \ud83d sign and a \0 null', bodyText: 'Body \0.' })]);
    expect(await row('id-35')).toMatchObject({ title: 'Half a \ufffd sign and a  null', bodyText: 'Body .' });
  });

  test('of some hundred items is taken in whole, the oldest first', async () => {
    const items = Array.from({ length: 230 }, (_, nth) =>
      write(1_000 + nth, {
        title: `Bulletin ${'abcdefghij'[nth % 10]}${nth} of the long list`,
        claimedAt: minutes(-nth),
      }),
    );
    expect(await poll('long', items)).toMatchObject({ stored: 230, failed: 0 });
    expect(events.slice(0, 2).map(({ title }) => title)).toEqual([
      'Bulletin j229 of the long list',
      'Bulletin i228 of the long list',
    ]);
  });
});

describe('an edit', () => {
  test('of the title goes to the ledger each time, there and back; the story follows its lead', async () => {
    const first = write(40, { title: 'Mint pauses work' });
    await poll('daily', [first]);
    for (const [at, title] of [
      [1, 'Mint halts work'],
      [2, 'Mint pauses work'],
    ] as const) {
      now = minutes(at);
      expect(await poll('daily', [{ ...first, title }])).toMatchObject({
        stored: 0,
        revised: 1,
        retitled: 1,
      });
      expect(await story('id-40')).toMatchObject({ title });
    }
    expect(await ledger('id-40')).toEqual([
      ['retitled', minutes(1), 'Mint pauses work', 'Mint halts work'],
      ['retitled', minutes(2), 'Mint halts work', 'Mint pauses work'],
    ]);
    now = minutes(3);
    const typeset = { ...first, title: 'Mint  pauses work ' };
    expect(await poll('daily', [typeset])).toMatchObject({ revised: 1, retitled: 0 });
    expect(await ledger('id-40')).toHaveLength(2);
  });

  test('of the id or of the address leaves one article, known by the new one', async () => {
    const first = write(45, { title: 'Ferry sails' });
    await poll('daily', [first]);
    expect(await poll('daily', [{ ...first, guid: 'new-id', title: 'Ferry sails late' }])).toMatchObject({
      stored: 0,
      reidentified: 1,
      retitled: 1,
    });
    const moved = { url: 'https://daily.example/moved', canonicalUrl: 'https://daily.example/moved' };
    const second = { ...first, guid: 'new-id', title: 'Ferry sails late', ...moved };
    expect(await poll('daily', [second])).toMatchObject({ stored: 0, reidentified: 0 });
    expect(await row('new-id')).toMatchObject({ ...moved, title: 'Ferry sails late' });
    expect(await poll('daily', [{ ...second, guid: 'third-id' }])).toMatchObject({
      stored: 0,
      reidentified: 1,
    });
  });
});

describe('what a feed no longer lists', () => {
  const item = (nth: number, prefix = 50) =>
    write(prefix + nth, { title: `Notice ${prefix + nth}`, claimedAt: minutes(nth - 20) });

  test('is withdrawn where older items stay, and back when it is listed again', async () => {
    await poll('gone', [item(4), item(3), item(2), item(1)]);
    now = minutes(5);
    expect(await poll('gone', [item(5), item(4), item(2), item(1)])).toMatchObject({ withdrawn: 1 });
    expect(await row('id-53')).toMatchObject({ withdrawnAt: minutes(5) });
    now = minutes(6);
    expect(await poll('gone', [item(5), item(4), item(3), item(2)])).toMatchObject({
      withdrawn: 0,
      stored: 0,
    });
    expect(await row('id-53')).toMatchObject({ withdrawnAt: null });
    expect(await ledger('id-53')).toEqual([
      ['withdrawn', minutes(5), 'Notice 53', null],
      ['back', minutes(6), 'Notice 53', 'Notice 53'],
    ]);
    expect(await ledger('id-51')).toEqual([]);
  });

  test.each<[string, (items: TaggedArticle[]) => TaggedArticle[]]>([
    ['has scrolled off', ([a, b, c]) => [a, b, c].filter((one) => one !== undefined)],
    ['is missing with most others', ([, , , d]) => (d ? [d] : [])],
    ['is missing with all others', () => []],
  ])('is not withdrawn where it %s', async (_, cut) => {
    const prefix = 60 + 10 * Math.floor(Math.random() * 1_000);
    const all = [4, 3, 2, 1].map((nth) => item(nth, prefix));
    feeds.set('cache', { ...feedOf('cache'), document: undefined });
    await poll('cache', all);
    expect(await poll('cache', cut(all))).toMatchObject({ withdrawn: 0 });
  });

  test('is not withdrawn by an answer out of an old cache', async () => {
    feeds.set('cache', { ...feedOf('cache'), document: undefined });
    await poll(
      'cache',
      [3, 2, 1].map((nth) => item(nth, 90_000)),
    );
    await poll(
      'cache',
      [4, 3, 2].map((nth) => item(nth, 90_000)),
    );
    expect(
      await poll(
        'cache',
        [3, 2, 1].map((nth) => item(nth, 90_000)),
      ),
    ).toMatchObject({ withdrawn: 0 });
  });
});

/** Lets a feed answer with these items, and remembers what it held, as a poll would. */
async function poll(id: string, items: readonly TaggedArticle[]): Promise<Intake> {
  const feed = feedOf(id);
  const known = new Set(feed.document?.listed.map(({ fingerprint }) => fingerprint));
  const read = items.map((article): ReadItem => {
    const fingerprint = JSON.stringify([article.guid, article.canonicalUrl, article.title]);
    return known.has(fingerprint)
      ? { kind: 'same', fingerprint }
      : { kind: 'article', fingerprint, article: { ...article, contentHash: fingerprint } };
  });
  const intake = await takeIn(read, feed, parts);
  const document = { bodyHash: '', wireBytes: 1, items: items.length, listed: intake.listed, readAt: now };
  if (items.length > 0) feeds.set(id, { ...feed, document });
  return intake;
}

function feedOf(id: string): FeedToPoll {
  const feed = feeds.get(id);
  if (!feed) throw new Error(`There is no feed of ${id}.`);
  return feed;
}

function write(nth: number, change: Partial<TaggedArticle> & { readonly title: string }): TaggedArticle {
  const url = `https://news.example/${nth}`;
  const bodyText = change.bodyText ?? '';
  return {
    guid: `id-${nth}`, url, canonicalUrl: url, dek: undefined, bodyHtml: `<p>${bodyText}</p>`, bodyText, author: undefined,
    language: 'en', image: undefined, categories: [], claimedAt: minutes(-5), claimClamped: false, firstSeenAt: START,
    contentHash: '', titleHash: `hash ${nth}`, bodyHash: undefined, attribution: undefined, tokens: [], topics: [], ...change,
  }; // prettier-ignore
}

async function row(guid: string) {
  const [found] = await database().select().from(articles).where(eq(articles.guid, guid));
  if (!found) throw new Error(`There is no article ${guid}.`);
  return found;
}

async function story(guid: string) {
  const [found] = await database()
    .select()
    .from(stories)
    .where(eq(stories.id, (await row(guid)).storyId));
  return found;
}

async function ledger(guid: string) {
  const rows = await database()
    .select()
    .from(headlineChanges)
    .where(eq(headlineChanges.articleId, (await row(guid)).id))
    .orderBy(asc(headlineChanges.id));
  return rows.map(({ kind, at, before, after }) => [kind, at, before, after]);
}
