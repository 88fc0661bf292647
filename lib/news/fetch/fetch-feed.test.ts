import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHttp, type Http } from '@/lib/system/http';
import { fetchFeed } from './fetch-feed';

const NOW = new Date('2026-11-23T12:00:00Z');
const unknown = { etag: undefined, lastModified: undefined };

let answer: (response: ServerResponse) => void = (response) => response.end();
let asked: IncomingHttpHeaders = {};
const server = createServer((request, response) => {
  asked = request.headers;
  answer(response);
});
let base = '';
let http: Http;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  http = createHttp({ userAgent: 'Tapewire test', addresses: 'loopback-too' });
});

afterAll(async () => {
  await http.close();
  server.close();
});

const ask = (validators = unknown as { etag: string | undefined; lastModified: string | undefined }) =>
  fetchFeed(http, { url: `${base}/feed`, ...validators }, { now: NOW });

test('a feed never asked before is asked without conditions, and its validators are kept', async () => {
  answer = (response) => {
    response.writeHead(200, {
      'content-type': 'application/rss+xml',
      etag: '"a"',
      'last-modified': 'Mon, 23 Nov 2026 11:00:00 GMT',
    });
    response.end('<rss/>');
  };
  const result = await ask();
  expect(asked).not.toHaveProperty('if-none-match');
  expect(asked).not.toHaveProperty('if-modified-since');
  expect(result).toMatchObject({ kind: 'fetched', etag: '"a"', contentType: 'application/rss+xml' });
});

test('an unchanged feed answers 304 to what we have', async () => {
  answer = (response) => response.writeHead(304).end();
  const result = await ask({ etag: 'W/"a"', lastModified: 'Mon, 23 Nov 2026 11:00:00 GMT' });
  expect(asked['if-none-match']).toBe('W/"a"');
  expect(asked['if-modified-since']).toBe('Mon, 23 Nov 2026 11:00:00 GMT');
  expect(result).toEqual({ kind: 'not-modified', status: 304 });
});

describe('answers that bring no feed are told apart', () => {
  test.each([
    { status: 403, kind: 'failed', words: /refuses us/ },
    { status: 404, kind: 'failed', words: /no such page/ },
    { status: 410, kind: 'gone', words: /for good/ },
    { status: 418, kind: 'failed', words: /unexpected answer \(418\)/ },
    { status: 500, kind: 'failed', words: /trouble of its own \(500\)/ },
    { status: 204, kind: 'failed', words: /unexpected answer \(204\)/ },
  ])('$status is $kind', async ({ status, kind, words }) => {
    answer = (response) => response.writeHead(status).end();
    const result = await ask();
    expect(result.kind).toBe(kind);
    expect('message' in result && result.message).toMatch(words);
  });
});

describe('Retry-After', () => {
  test.each([
    { header: '120', ms: 120_000 },
    { header: 'Mon, 23 Nov 2026 12:10:00 GMT', ms: 600_000 },
    { header: 'Mon, 23 Nov 2026 11:00:00 GMT', ms: 0 },
    { header: '99999999', ms: 86_400_000 },
    { header: 'soon', ms: undefined },
    { header: undefined, ms: undefined },
  ])('$header reads $ms ms', async ({ header, ms }) => {
    answer = (response) =>
      response.writeHead(429, header === undefined ? {} : { 'retry-after': header }).end();
    expect(await ask()).toMatchObject({ kind: 'limited', status: 429, retryAfterMs: ms });
  });
});

test('a connection that breaks is a failure in words, not an exception', async () => {
  answer = (response) => response.destroy();
  const result = await ask();
  expect(result).toMatchObject({ kind: 'failed', status: undefined });
});
