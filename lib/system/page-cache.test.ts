import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sharePages } from './page-cache';

let written = 0;
let nowMs = 0;
let hold: Promise<void> | undefined;
let stop: (() => void) | undefined;
let url = '';

beforeEach(async () => {
  [written, nowMs, hold] = [0, 0, undefined];
  const server = createServer(
    sharePages(
      (...of) => void writePage(...of),
      () => nowMs,
    ),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stop = () => server.close();
});
afterEach(() => stop?.());

/** Each page says the how-manyeth it is, for which address and with which cookies. */
async function writePage(request: IncomingMessage, response: Parameters<RequestListener>[1]): Promise<void> {
  written += 1;
  const nth = written;
  await hold;
  const status = request.url === '/missing' ? 404 : 200;
  const type = request.url === '/plain' ? 'text/plain' : 'text/html; charset=utf-8';
  const isZipped = request.headers['accept-encoding'] === 'gzip';
  const text = `${nth} ${request.method} ${request.url} ${request.headers.cookie ?? '-'}`;
  response.writeHead(status, {
    'content-type': type,
    'content-security-policy': `script-src 'nonce-${nth}'`,
    ...(isZipped && { 'content-encoding': 'gzip' }),
    ...(request.url === '/greets' && { 'set-cookie': 'seen=1' }),
  });
  response.end(isZipped ? gzipSync(text) : text);
}

describe('a page', () => {
  test('is written once for all who ask while it is written, and they get the same bytes', async () => {
    let go: (() => void) | undefined;
    hold = new Promise((resolve) => (go = resolve));
    const asked = Promise.all(Array.from({ length: 20 }, () => get('/')));
    await vi.waitFor(() => expect(written).toBe(1));
    go?.();
    expect(new Set((await asked).map(({ text }) => text)).size).toBe(1);
    expect(written).toBe(1);
  });

  test('keeps the nonce it was written with', async () => {
    const first = await get('/');
    const second = await get('/');
    expect(second.headers.get('content-security-policy')).toBe("script-src 'nonce-1'");
    expect(second.headers.get('content-security-policy')).toBe(first.headers.get('content-security-policy'));
    expect(second.headers.get('content-length')).toBe(String(second.text.length));
  });

  test('is written anew behind the reader after half a second, and before him after a whole', async () => {
    await get('/');
    nowMs = 499;
    expect((await get('/')).nth).toBe(1);
    expect(written).toBe(1);
    nowMs = 700;
    expect((await get('/')).nth).toBe(1);
    await vi.waitFor(async () => expect((await get('/')).nth).toBe(2));
    nowMs = 1_700;
    expect((await get('/')).nth).toBe(3);
  });

  test.each([
    ['other words in its address', '/?before=1', {}],
    ['another theme', '/', { cookie: 'theme=dark' }],
    ['another zone', '/', { cookie: 'other=1; zone=Asia%2FTokyo' }],
  ])('with %s is another page', async (_, path, headers) => {
    await get('/');
    expect((await get(path, headers)).nth).toBe(2);
  });

  test('asked for under another name of the desk is another page', async () => {
    await get('/');
    const elsewhere = await fetch(url.replace('127.0.0.1', 'localhost'));
    expect(await elsewhere.text()).toMatch(/^2 /);
  });

  test.each([
    ['cookies of strangers', { cookie: 'tracker=77' }],
    ['a setting that is none', { cookie: 'theme=plaid; zone=Nowhere' }],
    ['a broken cookie', { cookie: 'theme=%E0%A4%A' }],
  ])('is the same for %s', async (_, headers) => {
    await get('/');
    expect(await get('/', headers)).toMatchObject({
      nth: 1,
      text: '1 GET / theme=system; palette=classic; zone=UTC',
    });
  });

  test('is kept zipped and as it is', async () => {
    expect((await get('/', { 'accept-encoding': 'gzip, br' })).nth).toBe(1);
    expect((await get('/', { 'accept-encoding': 'identity' })).nth).toBe(2);
    expect((await get('/', { 'accept-encoding': 'gzip' })).nth).toBe(1);
  });

  test('that is one of too many different ones makes room, and is written again', async () => {
    await get('/');
    for (let page = 0; page < 70; page += 1) await get(`/?page=${page}`);
    expect((await get('/')).nth).toBe(72);
  });
});

describe('written for each who asks', () => {
  test.each([
    ['an operator’s page', '/', { cookie: 'tapewire.session_token=a.b' }],
    ['an operator’s page behind TLS', '/', { cookie: 'theme=dark; __Secure-tapewire.session_token=a.b' }],
    ['the console', '/console/feeds', {}],
    ['an answer of the API', '/api/health', {}],
    ['a file', '/_next/static/a.js', {}],
    ['a picture', '/icon.svg', {}],
    ['a part of a page', '/', { rsc: '1' }],
    ['what is no page', '/plain', {}],
    ['what sets a cookie', '/greets', {}],
    ['what is not there', '/missing', {}],
  ])('is %s', async (_, path, headers) => {
    const first = await get(path, headers);
    expect((await get(path, headers)).nth).toBeGreaterThan(first.nth);
  });

  test('is what is sent', async () => {
    await get('/');
    const sent = await fetch(url, { method: 'POST', body: 'a=1' });
    expect(await sent.text()).toContain('2 POST /');
  });
});

async function get(
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly nth: number; readonly text: string; readonly headers: Headers }> {
  const response = await fetch(url + path, { headers: { 'accept-encoding': 'identity', ...headers } });
  const text = await response.text();
  return { nth: Number.parseInt(text, 10), text, headers: response.headers };
}
