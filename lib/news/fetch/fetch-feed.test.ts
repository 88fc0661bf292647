import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHttp, type Http } from '@/lib/system/http';
import { listenOnLoopback } from '@/lib/system/testing';
import { fetchFeed, type AskedFeed } from './fetch-feed';

const NOW = new Date('2026-11-23T12:00:00Z');
const CHANGED = 'Mon, 23 Nov 2026 11:00:00 GMT';

type Answer = (response: ServerResponse, path: string) => void;
let answer: Answer = (response) => response.end();
/** Of every request since the last `ask`, by path. */
const asked = new Map<string, IncomingHttpHeaders>();
const server = createServer((request, response) => {
  const path = request.url ?? '';
  asked.set(path, request.headers);
  answer(response, path);
});
let base = '';
let http: Http;

beforeAll(async () => {
  base = await listenOnLoopback(server);
  http = createHttp({ userAgent: 'Tapewire test', addresses: 'loopback-too' });
});

afterAll(async () => {
  await http.close();
  server.close();
});

const ask = (known: Partial<AskedFeed> = {}) => {
  asked.clear();
  const unknown = { etag: undefined, lastModified: undefined };
  return fetchFeed(http, { url: `${base}/feed`, ...unknown, ...known }, { now: NOW });
};

const giving =
  (status: number, headers: Record<string, string> = {}, body = ''): Answer =>
  (response) =>
    response.writeHead(status, headers).end(body);

/** `/feed` redirects to `/there`, which answers as told. */
const behindRedirect =
  (there: Answer): Answer =>
  (response, path) =>
    path === '/feed' ? response.writeHead(302, { location: '/there' }).end() : there(response, path);

describe('what we have is told to the address it came from, and to no other', () => {
  test('a feed never asked before is asked without conditions, and its validators are kept', async () => {
    const headers = { 'content-type': 'application/rss+xml', etag: '"a"', 'last-modified': CHANGED };
    answer = giving(200, headers, '<rss/>');
    const result = await ask();
    expect(asked.get('/feed')).not.toHaveProperty('if-none-match');
    expect(asked.get('/feed')).not.toHaveProperty('if-modified-since');
    expect(result).toMatchObject({
      kind: 'fetched',
      etag: '"a"',
      lastModified: CHANGED,
      contentType: 'application/rss+xml',
      url: `${base}/feed`,
    });
  });

  test.each(['W/"a"', '"a"', 'no-quotes', '"with,comma"', 'W/"67ab43--gzip"'])(
    'the ETag %s goes back to the letter, Last-Modified too, and 304 means unchanged',
    async (etag) => {
      answer = giving(304);
      const result = await ask({ etag, lastModified: 'Mon, 23 Nov 2026 11:00:00 +0000' });
      expect(asked.get('/feed')?.['if-none-match']).toBe(etag);
      expect(asked.get('/feed')?.['if-modified-since']).toBe('Mon, 23 Nov 2026 11:00:00 +0000');
      expect(result).toEqual({ kind: 'not-modified', status: 304, maxAgeSeconds: undefined });
    },
  );

  test('the target of a redirect gets its own validators back, the redirecting address none', async () => {
    answer = behindRedirect(giving(304));
    const result = await ask({ etag: '"there"', validatorsUrl: `${base}/there` });
    expect(asked.get('/feed')).not.toHaveProperty('if-none-match');
    expect(asked.get('/there')?.['if-none-match']).toBe('"there"');
    expect(result.kind).toBe('not-modified');
  });

  test('another target than the last time gets none', async () => {
    answer = behindRedirect(giving(200, { etag: '"there"' }, '<rss/>'));
    const result = await ask({ etag: '"elsewhere"', validatorsUrl: `${base}/elsewhere` });
    expect(asked.get('/there')).not.toHaveProperty('if-none-match');
    expect(result).toMatchObject({ kind: 'fetched', etag: '"there"', url: `${base}/there` });
  });

  test('304 to a question without conditions is a failure', async () => {
    answer = giving(304);
    expect(await ask()).toMatchObject({
      kind: 'failed',
      status: 304,
      message: expect.stringMatching(/did not say what we have/),
    });
    answer = behindRedirect(giving(304));
    expect(await ask({ etag: '"a"' })).toMatchObject({ kind: 'failed', status: 304 });
  });
});

describe('what the headers of an answer say', () => {
  test('bytes are counted as they travelled and as they are', async () => {
    const document = `<rss>${'news '.repeat(5_000)}</rss>`;
    const packed = gzipSync(document);
    answer = (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed);
    const result = await ask();
    expect(result).toMatchObject({ kind: 'fetched', wireBytes: packed.length });
    expect(result.kind === 'fetched' && Buffer.from(result.bytes).toString()).toBe(document);
  });

  test.each([
    [{ 'cache-control': 'public, max-age=300' }, 300],
    [{ 'cache-control': 'MAX-AGE="600", must-revalidate' }, 600],
    [{ 'cache-control': 's-maxage=900' }, undefined],
    [{ 'cache-control': 'no-cache, max-age=300' }, undefined],
    [{ 'cache-control': 'private, no-store' }, undefined],
    [{ 'cache-control': 'max-age=0' }, undefined],
    [{ 'cache-control': 'max-age=31536000' }, 604_800],
    [
      {
        'cache-control': 'max-age=soon',
        expires: 'Mon, 23 Nov 2026 12:05:00 GMT',
        date: 'Mon, 23 Nov 2026 12:00:00 GMT',
      },
      300,
    ],
    [{ expires: 'Mon, 23 Nov 2026 13:05:00 GMT', date: 'Mon, 23 Nov 2026 13:00:00 GMT' }, 300],
    [{ expires: '0' }, undefined],
    [{ expires: 'Thu, 01 Jan 1970 00:00:00 GMT' }, undefined],
    [{}, undefined],
  ])('%j keeps for %s s', async (headers, seconds) => {
    answer = giving(200, headers, '<rss/>');
    expect(await ask()).toMatchObject({ maxAgeSeconds: seconds });
    answer = giving(304, headers);
    expect(await ask({ etag: '"a"' })).toMatchObject({ kind: 'not-modified', maxAgeSeconds: seconds });
  });

  test.each([
    [
      '<https://hub.example/>; rel="hub", <https://site.example/feed>; rel="self"',
      ['https://hub.example/'],
      'https://site.example/feed',
    ],
    ['<https://hub.example/>;rel=hub', ['https://hub.example/'], undefined],
    ['<https://a.example/,1>; title="a, b; c"; rel="HUB alternate"', ['https://a.example/,1'], undefined],
    ['<javascript:alert(1)>; rel="hub", <//b.example/h>; rel=hub', ['http://b.example/h'], undefined],
    ['<https://x.example/>; rel="preconnect"; crossorigin', [], undefined],
    ['<https://x.example/', [], undefined],
    ['<'.repeat(7_000), [], undefined],
  ])('Link: %s', async (link, hubs, selfLink) => {
    answer = giving(200, { link }, '<rss/>');
    expect(await ask()).toMatchObject({ hubs, selfLink });
  });

  test('Link headers may be several', async () => {
    answer = (response) => {
      response.setHeader('link', ['</hub>; rel="hub"', '</feed.xml>; rel="self"']);
      response.end('<rss/>');
    };
    expect(await ask()).toMatchObject({ hubs: [`${base}/hub`], selfLink: `${base}/feed.xml` });
  });
});

describe('answers that bring no feed are told apart', () => {
  test.each([
    { status: 204, kind: 'failed', words: /nothing at all/ },
    { status: 401, kind: 'failed', words: /password/ },
    { status: 402, kind: 'failed', words: /paid for/ },
    { status: 403, kind: 'failed', words: /refuses us/ },
    { status: 404, kind: 'failed', words: /no such page/ },
    { status: 410, kind: 'gone', words: /for good/ },
    { status: 417, kind: 'failed', words: /unexpected answer \(417\)/ },
    { status: 451, kind: 'failed', words: /legal reasons/ },
    { status: 500, kind: 'failed', words: /trouble of its own \(500\)/ },
    { status: 502, kind: 'failed', words: /gateway that cannot reach it/ },
    { status: 522, kind: 'failed', words: /did not answer its gateway/ },
    { status: 599, kind: 'failed', words: /trouble of its own \(599\)/ },
    { status: 302, kind: 'failed', words: /without saying where/ },
  ])('$status is $kind', async ({ status, kind, words }) => {
    answer = giving(status);
    const result = await ask();
    expect(result.kind).toBe(kind);
    expect('message' in result && result.message).toMatch(words);
  });

  test('a connection that breaks is a failure in words, not an exception', async () => {
    answer = (response) => response.destroy();
    expect(await ask()).toMatchObject({ kind: 'failed', status: undefined });
  });
});

describe('a protection against programs is named, and never taken for the site', () => {
  const page = (inside: string) => `<!DOCTYPE html><html><head>${inside}</head></html>`;
  const html = { 'content-type': 'text/html; charset=UTF-8' };
  test.each([
    [403, { 'cf-mitigated': 'challenge', ...html }, page(''), 'Cloudflare'],
    [503, html, page('<title>Just a moment...</title>'), 'Cloudflare'],
    [403, html, page('<title>Attention Required! | Cloudflare</title>'), 'Cloudflare'],
    [429, { 'x-vercel-mitigated': 'challenge', ...html }, page(''), 'Vercel'],
    [202, { 'x-amzn-waf-action': 'challenge' }, '', 'AWS WAF'],
    [403, html, page('<script src="https://geo.captcha-delivery.com/captcha"></script>'), 'DataDome'],
    [200, html, page('<script src="/_Incapsula_Resource?x"></script>'), 'Imperva'],
  ])('%i %j', async (status, headers, body, name) => {
    answer = giving(status, headers, body);
    const words = new RegExp(`bot protection turned us away \\(${status}, ${name}\\)`);
    expect(await ask()).toMatchObject({ kind: 'failed', status, message: expect.stringMatching(words) });
  });

  test.each([
    [
      200,
      { 'content-type': 'application/rss+xml' },
      '<rss><title>Just a moment... on cdn-cgi/challenge-platform</title></rss>',
      'fetched',
    ],
    [200, html, '<rss><channel><title>captcha-delivery.com explained</title></channel></rss>', 'fetched'],
    [429, html, page('<title>Too many requests</title>'), 'limited'],
    [503, { 'retry-after': '60' }, 'later', 'limited'],
  ])('an answer of the site itself is none: %i %j', async (status, headers, body, kind) => {
    answer = giving(status, headers, body);
    expect(await ask()).toMatchObject({ kind });
  });
});

describe('Retry-After', () => {
  test.each([
    { header: '120', ms: 120_000 },
    { header: ' 7 ', ms: 7_000 },
    { header: 'Mon, 23 Nov 2026 12:10:00 GMT', ms: 600_000 },
    { header: 'Mon, 23 Nov 2026 11:00:00 GMT', ms: 0 },
    { header: '99999999', ms: 86_400_000 },
    { header: 'soon', ms: undefined },
    { header: undefined, ms: undefined },
  ])('$header reads $ms ms', async ({ header, ms }) => {
    const headers = header === undefined ? undefined : { 'retry-after': header };
    answer = giving(429, headers);
    expect(await ask()).toMatchObject({ kind: 'limited', status: 429, retryAfterMs: ms });
    answer = giving(503, headers);
    expect(await ask()).toMatchObject({ kind: 'limited', status: 503, retryAfterMs: ms });
  });
});

test('an address moved for good is told, along with the feed it led to', async () => {
  answer = (response, path) =>
    path === '/feed'
      ? response.writeHead(308, { location: '/new' }).end()
      : response.writeHead(200).end('<rss/>');
  expect(await ask()).toMatchObject({ kind: 'fetched', url: `${base}/new`, movedTo: `${base}/new` });
});
