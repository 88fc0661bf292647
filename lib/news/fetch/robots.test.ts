import { createServer, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createHttp, type Http } from '@/lib/system/http';
import { listenOnLoopback } from '@/lib/system/testing';
import { createRobots, type Robots } from './robots';

let answer: (response: ServerResponse) => void;
let asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  answer(response);
});
let base = '';
let http: Http;
let robots: Robots;
let now = new Date('2026-11-23T12:00:00Z');

beforeAll(async () => {
  base = await listenOnLoopback(server);
  http = createHttp({ userAgent: 'test', addresses: 'loopback-too' });
});
beforeEach(() => {
  asked = [];
  robots = createRobots(http, () => now);
});
afterAll(async () => {
  await http.close();
  server.close();
});

const judge = (path: string) => robots.judge(base + path, new AbortController().signal);

describe('the rules of a site', () => {
  test.each([
    ['User-agent: *\nDisallow: /private', '/news/1', 'allowed'],
    ['User-agent: *\nDisallow: /private', '/private/1', 'refused'],
    ['User-agent: *\nDisallow: /', '/news', 'refused'],
    ['User-agent: *\nDisallow:', '/news', 'allowed'],
    ['User-agent: *\nDisallow: /news\nAllow: /news/open', '/news/open/1', 'allowed'],
    ['User-agent: *\nDisallow: /*?print', '/news/1?print=1', 'refused'],
    ['User-agent: *\nDisallow: /*.pdf$', '/a.pdf', 'refused'],
    ['User-agent: *\nDisallow: /*.pdf$', '/a.pdf?x', 'allowed'],
    ['User-agent: OtherBot\nDisallow: /', '/news', 'allowed'],
    ['User-agent: tapewire\nDisallow: /', '/news', 'refused'],
    ['User-agent: *\nDisallow: /\n\nUser-agent: Tapewire\nAllow: /', '/news', 'allowed'],
    ['user-agent: OtherBot\nUSER-AGENT: TAPEWIRE/2.0\ndisallow: /news # no', '/news', 'refused'],
    ['\uFEFFUser-agent: *\r\nDisallow: /news', '/news', 'refused'],
    ['<!DOCTYPE html><p>Not found: /</p>', '/news', 'allowed'],
    ['', '/news', 'allowed'],
  ])('%j say of %s: %s', async (text, path, kind) => {
    answer = (response) => response.end(text);
    expect(await judge(path)).toMatchObject({ kind });
  });

  test('a refusal names the rule', async () => {
    answer = (response) => response.end('User-agent: *\nCrawl-delay: 5\nDisallow: /news');
    expect(await judge('/news/1')).toEqual({
      kind: 'refused',
      message: 'Its site asks programs in robots.txt not to fetch this page (“Disallow: /news”).',
    });
  });

  test('a hostile file is judged in no time', async () => {
    const rule = `Disallow: /${'*a'.repeat(200)}b\n`;
    answer = (response) => response.end(`User-agent: *\n${rule.repeat(1_000)}`);
    const path = `/${'a'.repeat(3_000)}`;
    await judge(path);
    const start = performance.now();
    await judge(path);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

test.each([404, 401, 403, 410])('a site that answers %i has none: all is allowed', async (status) => {
  answer = (response) => response.writeHead(status).end('User-agent: *\nDisallow: /');
  expect(await judge('/news')).toEqual({ kind: 'allowed' });
});

test.each([
  [500, {}, undefined],
  [503, { 'retry-after': '120' }, 120_000],
  [429, { 'retry-after': '60' }, 60_000],
])('a site that answers %i is asked later: silence is no consent', async (status, headers, waitMs) => {
  answer = (response) => response.writeHead(status, headers).end();
  expect(await judge('/news')).toMatchObject({
    kind: 'later',
    waitMs,
    message: expect.stringMatching(/robots.txt/),
  });
  answer = (response) => response.writeHead(404).end();
  expect(await judge('/news')).toEqual({ kind: 'allowed' });
});

test.each([
  ['breaks off', (response: ServerResponse) => response.destroy()],
  ['is endless', (response: ServerResponse) => response.end('#'.repeat(600_000))],
])('one that %s is asked later', async (_, how) => {
  answer = how;
  expect(await judge('/news')).toMatchObject({
    kind: 'later',
    message: expect.stringMatching(/cannot be read/),
  });
});

test('it is asked for once a day', async () => {
  answer = (response) => response.end('User-agent: *\nDisallow: /private');
  await judge('/news/1');
  await judge('/private');
  expect(asked).toEqual(['/robots.txt']);
  now = new Date(now.getTime() + 86_400_001);
  await judge('/news/3');
  expect(asked).toHaveLength(2);
});
