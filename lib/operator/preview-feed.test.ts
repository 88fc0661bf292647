import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { feeds, sources } from '@/db/schema/feeds';
import { useTestDatabase } from '@/db/testing';
import { seedTokens } from '@/db/writes/seed-tokens';
import type { SourceId } from '@/lib/model/ids';
import { createHttp, type Http } from '@/lib/system/http';
import { addFeed } from './add-feed';
import { previewFeed } from './preview-feed';
import { answer, redirect, rss, startOutlet } from './testing';

const NOW = new Date('2026-11-23T12:00:00Z');
const ADA = { id: '1', name: 'Ada', email: 'ada@desk.example' };
const ITEMS = [
  { title: 'Older: a quiet day', path: '/1', date: 'Mon, 23 Nov 2026 08:00:00 GMT' },
  { title: 'Solana (SOL) tops its yearly high', path: '/2', date: 'Mon, 23 Nov 2026 11:00:00 GMT' },
  { title: 'Nobody knows when', path: '/3' },
];
const DRAFT = {
  name: 'Outlet',
  siteUrl: 'https://outlet.example/',
  language: 'en',
  country: 'us',
  kind: 'newsroom' as const,
  cryptoOnly: true,
};

let outlet: Awaited<ReturnType<typeof startOutlet>>;
let http: Http;

useTestDatabase();
beforeAll(async () => {
  await seedTokens();
  outlet = await startOutlet({
    '/rss': answer('application/rss+xml', rss('Outlet: all the news', ITEMS)),
    '/empty': answer('application/rss+xml', rss('Outlet', [])),
    '/messy': answer('text/xml', rss('Outlet &nbsp; A & B', ITEMS)),
    '/old-address': redirect(301, '/rss'),
    '/for-now': redirect(302, '/rss'),
    '/page': answer(
      'text/html',
      '<!doctype html><title>Outlet</title><link rel="alternate" type="application/rss+xml" title="All" href="/rss">',
    ),
    '/no-feeds': answer('text/html', '<!doctype html><title>A shop</title><p>Welcome'),
    '/huge': answer('application/rss+xml', new Uint8Array(10_000_000).fill(32)),
    '/circle': redirect(302, '/circle-back'),
    '/circle-back': redirect(302, '/circle'),
    '/silent': () => undefined,
    '/text': answer('text/plain', 'hello'),
    '/sitemap': answer(
      'text/xml',
      '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>',
    ),
    '/blank': answer('application/rss+xml', ''),
    '/broken': (response) => response.writeHead(500).end(),
    '/walled': (response) => response.writeHead(403).end(),
  });
  const timeouts = { connectMs: 2_000, silenceMs: 300, wholeMs: 3_000 };
  http = createHttp({ userAgent: 'test', addresses: 'loopback-too', timeouts });
});
afterAll(async () => {
  await http.close();
  outlet.stop();
});

describe('a feed', () => {
  test('is shown as the desk would read it, the newest item first, and nothing is stored', async () => {
    const preview = await look('/rss');
    expect(preview).toMatchObject({
      kind: 'feed',
      url: `${outlet.base}/rss`,
      title: 'Outlet: all the news',
      format: 'rss',
      items: 3,
      known: undefined,
      existingSource: undefined,
      draft: { name: 'Outlet', siteUrl: 'https://www.outlet.example/', language: 'en', kind: 'newsroom' },
    });
    expect(preview.articles.map((article) => article.title).slice(-2)).toEqual([
      'Solana (SOL) tops its yearly high',
      'Older: a quiet day',
    ]);
    const solana = preview.articles.find((article) => article.title.startsWith('Solana'));
    expect(solana).toMatchObject({
      claimedAt: new Date('2026-11-23T11:00:00Z'),
      tokens: [
        { symbol: 'SOL', name: 'Solana', isPrimary: true, matchedText: expect.stringContaining('Solana') },
      ],
    });
    expect(await database().select().from(feeds)).toEqual([]);
    expect(await database().select().from(sources)).toEqual([]);
    expect(await database().select().from(articles)).toEqual([]);
  });

  test.each([
    ['/rss', [/1 item of 3 carry no date|1 item of 3 carries no date/, /not encrypted/]],
    ['/empty', [/no items at the moment/]],
    ['/messy', [/was repaired/]],
    ['/old-address', [/has moved for good; the desk will ask the new address/]],
    ['/for-now', [/For now the address leads on to/]],
  ])('%s comes with remarks', async (path, remarks) => {
    const told = (await look(path)).remarks.join('\n');
    for (const remark of remarks) expect(told).toMatch(remark);
  });

  test('one that has moved for good is taken at its new address, one that leads on for now at its old', async () => {
    expect((await look('/old-address')).url).toBe(`${outlet.base}/rss`);
    expect((await look('/for-now')).url).toBe(`${outlet.base}/for-now`);
  });
});

test('a page for people lists the feeds it names', async () => {
  expect(await previewFeed(`${outlet.base}/page`, NOW, http)).toMatchObject({
    kind: 'page',
    links: [{ url: `${outlet.base}/rss`, title: 'All' }],
  });
});

describe('what is no feed is refused in words', () => {
  test.each([
    ['not a url', /not a web address/],
    ['javascript:alert(1)', /not a web address/],
    ['{base}/nothing-here', /no such page \(404\)/],
    ['{base}/no-feeds', /HTML page titled "A shop", not a feed\. It names no feed/],
    ['{base}/huge', /larger than 8 MB/],
    ['{base}/circle', /redirects in a circle/],
    ['{base}/silent', /did not answer in time/],
    ['{base}/text', /plain text, not a feed/],
    ['{base}/sitemap', /a sitemap, not a feed/],
    ['{base}/blank', /is empty/],
    ['{base}/broken', /trouble of its own \(500\)/],
    ['{base}/walled', /refuses us \(403\)/],
    ['https://127.0.0.1:{port}/rss', /does not speak TLS/],
    ['http://127.0.0.1:4/rss', /refused the connection/],
    ['http://127.0.0.1:6379/rss', /port 6379 belongs to a cache/],
    ['https://no-such-outlet.invalid/rss', /name/],
    ['http://169.254.169.254/latest/meta-data', /may not be reached: .* cloud metadata/],
    ['http://192.168.1.1/rss', /may not be reached: .* private network/],
  ])('%s', async (template, words) => {
    const url = template.replace('{base}', outlet.base).replace('{port}', new URL(outlet.base).port);
    const preview = await previewFeed(url, NOW, http);
    expect(preview).toMatchObject({ kind: 'refused', message: expect.stringMatching(words) });
    const added = await addFeed({ url, source: DRAFT }, { operator: ADA, now: NOW, http });
    expect(added.kind).toBe('refused');
    expect(await database().select().from(feeds)).toEqual([]);
    expect(await database().select().from(sources)).toEqual([]);
  });

  test('this machine itself, for a desk on the open internet', async () => {
    const guarded = createHttp({ userAgent: 'test', addresses: 'public' });
    const before = outlet.asked.length;
    expect(await previewFeed(`${outlet.base}/rss`, NOW, guarded)).toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(/this machine itself/),
    });
    expect(outlet.asked).toHaveLength(before);
    await guarded.close();
  });
});

describe('adding', () => {
  test.each([
    [{ name: ' ' }, 'name', /needs a name/],
    [{ siteUrl: 'javascript:alert(1)' }, 'siteUrl', /web address/],
    [{ language: 'English' }, 'language', /its code/],
    [{ country: 'USA' }, 'country', /two letters/],
  ])('%o is told beside its field and nothing is stored', async (wrong, field, words) => {
    const added = await add({ ...DRAFT, ...wrong });
    expect(added).toMatchObject({ kind: 'invalid', problems: { [field]: expect.stringMatching(words) } });
    expect(await database().select().from(feeds)).toEqual([]);
  });

  test('a source that is not there is told, and nothing is stored', async () => {
    expect(await add({ id: 'nobody' as SourceId })).toMatchObject({ kind: 'invalid' });
    expect(await database().select().from(feeds)).toEqual([]);
  });

  test('stores feed and source, due at once; a second time it is known', async () => {
    expect(await add(DRAFT)).toMatchObject({ kind: 'added' });
    expect(await add(DRAFT)).toMatchObject({ kind: 'exists' });
    expect(await database().select().from(sources)).toMatchObject([
      { id: 'outlet', name: 'Outlet', country: 'US', cryptoOnly: true, kind: 'newsroom' },
    ]);
    expect(await database().select().from(feeds)).toMatchObject([
      {
        url: `${outlet.base}/rss`,
        state: 'new',
        proven: false,
        nextPollAt: NOW,
        provenance: 'added in the console by Ada',
      },
    ]);
    expect(await look('/rss')).toMatchObject({
      known: { removed: false },
      existingSource: { id: 'outlet', name: 'Outlet' },
    });
  });

  test('a second feed of the same source joins it', async () => {
    const added = await addFeed(
      { url: `${outlet.base}/messy`, source: { id: 'outlet' as SourceId } },
      { operator: ADA, now: NOW, http },
    );
    expect(added.kind).toBe('added');
    expect(await database().select().from(sources)).toHaveLength(1);
  });
});

async function look(path: string) {
  const preview = await previewFeed(outlet.base + path, NOW, http);
  if (preview.kind !== 'feed') throw new Error(JSON.stringify(preview));
  return preview;
}

function add(source: typeof DRAFT | { readonly id: SourceId }) {
  return addFeed({ url: `${outlet.base}/rss`, source }, { operator: ADA, now: NOW, http });
}
