import { setTimeout as pause } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { database } from '@/db/client';
import { articlePages, articles, stories } from '@/db/schema/articles';
import { feeds } from '@/db/schema/feeds';
import { useTestDatabase } from '@/db/testing';
import { addArticle, addSource } from '@/db/testing/add-rows';
import type { FullTextMode } from '@/lib/model/feed';
import type { ArticleId, StoryId } from '@/lib/model/ids';
import { createHttp, type Http } from '@/lib/system/http';
import { createLog } from '@/lib/system/log';
import { newsDesk } from './desk';
import { startFullText, type FullText } from './full-text';
import { readArticlePage } from './read-article-page';
import { startOutlet, type Outlet } from './testing';

const NOW = new Date('2026-11-23T12:00:00Z');
const SEEN = new Date('2026-11-23T11:00:00Z');
const TEXT = Array.from(
  { length: 5 },
  (_, n) => `<p>Paragraph ${n} tells of ships and of the tide that waits for nobody.</p>`,
).join('');

let outlet: Outlet;
let http: Http;
let now = NOW;
let fullText: FullText | undefined;
let asked: string[] = [];
let atOnce = 0;
let mostAtOnce = 0;

useTestDatabase();
beforeAll(async () => {
  outlet = await startOutlet();
  http = createHttp({ userAgent: 'test', addresses: 'loopback-too' });
});
beforeEach(async () => {
  await fullText?.stop();
  const log = createLog({ LOG_LEVEL: 'silent', LOG_FORMAT: 'json' });
  fullText = startFullText({
    clock: () => now,
    log,
    http: { get: watchedGet },
    reader: { readPage: readArticlePage },
    desk: await newsDesk(NOW),
  });
  await database().update(feeds).set({ removedAt: NOW });
  outlet.pages.clear();
  outlet.pages.set('/robots.txt', (response) => response.end('User-agent: *\nDisallow: /closed'));
  [now, asked, atOnce, mostAtOnce] = [NOW, [], 0, 0];
});
afterAll(async () => {
  await fullText?.stop();
  await http.close();
  outlet.stop();
});

test('an article shown by its page has its page fetched once and read', async () => {
  const id = await article('one', 'page');
  outlet.pages.set('/one', (response) =>
    response.end(`<html><body><article>${TEXT}</article></body></html>`),
  );
  await look();
  expect(await pageOf(id)).toMatchObject({
    message: null,
    bodyText: expect.stringContaining('Paragraph 4'),
    fetchedAt: NOW,
  });
  await look();
  expect(asked).toEqual(['/one']);
});

test('an article of any other feed is left alone', async () => {
  await article('two', 'excerpt');
  await article('three', 'delivered');
  await look();
  expect(asked).toEqual([]);
});

test('a page that names another publisher’s as its original says who was first', async () => {
  const id = await article('four', 'page');
  const head = '<link rel="canonical" href="https://lane.example/x?utm_source=y">';
  outlet.pages.set('/four', (response) =>
    response.end(`<html><head>${head}</head><body>${TEXT}</body></html>`),
  );
  await look();
  expect((await pageOf(id))?.canonicalUrl).toBe('https://lane.example/x');
  const [row] = await database().select().from(articles).where(eq(articles.id, id));
  expect(row?.attribution).toMatchObject({
    kind: 'canonical-link',
    name: 'lane.example',
    url: 'https://lane.example/x',
  });
});

test('an article whose page names one that the desk has is filed under it, with its own copies', async () => {
  const lane = await addSource('lane');
  const original = await addArticle({ sourceId: lane, title: 'Ships', at: new Date('2026-11-23T10:00:00Z') });
  const id = await article('copy', 'page');
  const storyId = (await rowOf(id))?.storyId ?? original.storyId;
  const joins = { storyId, relation: 'repost', repostOfId: id } as const;
  const third = await addArticle({ sourceId: await addSource('third'), title: 'Ships too', at: SEEN, joins });
  outlet.pages.set('/copy', giving('https://lane.example/ships'));
  await look();
  const filed = { repostOfId: original.articleId, storyRelation: 'repost', storyId: original.storyId };
  expect(await rowOf(id)).toMatchObject({ ...filed, storyEvidence: expect.stringMatching(/lane.example/) });
  expect(await rowOf(third.articleId)).toMatchObject(filed);
  expect(await storyOf(storyId)).toMatchObject({ redirectTo: original.storyId });
  expect(await storyOf(original.storyId)).toMatchObject({
    leadArticleId: original.articleId,
    articleCount: 3,
    publisherCount: 1,
    repostCount: 2,
  });
});

test('what was taken for a copy leads where the page names it as the original', async () => {
  const id = await article('taken', 'page');
  const storyId = (await rowOf(id))?.storyId;
  if (storyId === undefined) throw new Error('It stands in no story.');
  const joins = { storyId, relation: 'repost', repostOfId: id } as const;
  const harbour = await addSource('harbour');
  const original = await addArticle({ sourceId: harbour, title: 'Tides', at: SEEN, joins });
  outlet.pages.set('/taken', giving('https://harbour.example/tides'));
  await look();
  expect(await rowOf(id)).toMatchObject({ repostOfId: original.articleId, storyRelation: 'repost', storyId });
  expect(await rowOf(original.articleId)).toMatchObject({
    repostOfId: null,
    storyRelation: 'origin',
    storyId,
  });
  expect(await storyOf(storyId)).toMatchObject({
    leadArticleId: original.articleId,
    title: 'Tides',
    repostCount: 1,
  });
});

test.each([
  ['missing', 404, 'text/html', /no such page/],
  ['forbidden', 403, 'text/html', /refuses us/],
  ['a-picture', 200, 'image/png', /no page but image\/png/],
  ['without-text', 200, 'text/html', /no text that reads as an article/],
])('a page that is %s is told in words and not asked for again', async (name, status, type, words) => {
  const id = await article(name, 'page');
  outlet.pages.set(`/${name}`, (response) =>
    response.writeHead(status, { 'content-type': type }).end('<p>no</p>'),
  );
  await look();
  expect(await pageOf(id)).toMatchObject({ bodyText: null, message: expect.stringMatching(words) });
  await look();
  expect(asked).toHaveLength(1);
});

test('a page that its site closes to programs is not asked for, and told so', async () => {
  const id = await article('closed-to-us', 'page');
  await look();
  expect(asked).toEqual([]);
  expect(await pageOf(id)).toMatchObject({
    bodyText: null,
    message: 'Its site asks programs in robots.txt not to fetch this page (“Disallow: /closed”).',
  });
});

test('a page that moved to where its site closes it to programs is not followed there', async () => {
  const id = await article('moved', 'page');
  let isAsked = false;
  outlet.pages.set('/moved', (response) => response.writeHead(302, { location: '/closed/moved' }).end());
  outlet.pages.set('/closed/moved', (response) => {
    isAsked = true;
    response.end(`<html><body>${TEXT}</body></html>`);
  });
  await look();
  expect(isAsked).toBe(false);
  expect(await pageOf(id)).toMatchObject({
    bodyText: null,
    message: 'Its site asks programs in robots.txt not to fetch this page (“Disallow: /closed”).',
  });
});

test('a site that asks us to wait is left alone so long, and not asked more than three times', async () => {
  const id = await article('six', 'page');
  outlet.pages.set('/six', (response) => response.writeHead(503, { 'retry-after': '1200' }).end());
  await look();
  await look(1_100);
  expect(asked).toHaveLength(1);
  await look(200);
  expect(asked).toHaveLength(2);
  expect(await pageOf(id)).toBeUndefined();
  await look(1_300);
  await look(90_000);
  expect(asked).toHaveLength(3);
  expect(await pageOf(id)).toMatchObject({ message: expect.stringMatching(/503/) });
});

test('a site is asked for one page at a time, with a pause between', async () => {
  await article('seven', 'page');
  await article('eight', 'page');
  for (const path of ['/seven', '/eight']) {
    outlet.pages.set(
      path,
      (response) => void pause(30).then(() => response.end(`<html><body>${TEXT}</body></html>`)),
    );
  }
  await look();
  expect(asked).toHaveLength(1);
  await look(3);
  expect(asked).toHaveLength(2);
  expect(mostAtOnce).toBe(1);
});

test('the news of long ago are not fetched', async () => {
  await article('nine', 'page', new Date('2026-11-19T11:00:00Z'));
  await look();
  expect(asked).toEqual([]);
});

/** One round of looking, so many seconds later than the last. */
async function look(seconds = 0): Promise<void> {
  now = new Date(now.getTime() + seconds * 1_000);
  await fullText?.look();
}

const watchedGet: Http['get'] = async (url, options) => {
  if (url.endsWith('/robots.txt')) return http.get(url, options);
  asked.push(new URL(url).pathname);
  atOnce += 1;
  mostAtOnce = Math.max(mostAtOnce, atOnce);
  try {
    return await http.get(url, options);
  } finally {
    atOnce -= 1;
  }
};

async function article(id: string, mode: FullTextMode, at = SEEN): Promise<ArticleId> {
  const sourceId = await addSource(id);
  await database().update(feeds).set({ fullText: mode }).where(eq(feeds.sourceId, sourceId));
  const { articleId } = await addArticle({ sourceId, title: id, at });
  await database()
    .update(articles)
    .set({ url: `${outlet.base}/${id}` })
    .where(eq(articles.id, articleId));
  return articleId;
}

/** A page that names another as its home. */
function giving(canonical: string) {
  const html = `<html><head><link rel="canonical" href="${canonical}"></head><body>${TEXT}</body></html>`;
  return (response: { end(body: string): unknown }) => void response.end(html);
}

async function rowOf(id: ArticleId) {
  const [row] = await database().select().from(articles).where(eq(articles.id, id));
  return row;
}

async function storyOf(id: StoryId) {
  const [story] = await database().select().from(stories).where(eq(stories.id, id));
  return story;
}

async function pageOf(articleId: ArticleId) {
  const [page] = await database().select().from(articlePages).where(eq(articlePages.articleId, articleId));
  return page;
}
