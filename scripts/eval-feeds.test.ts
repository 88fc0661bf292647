import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareCase, type Comparison, type FeedCase } from './eval-feeds-agree';
import { readFeedparserCases } from './eval-feeds-feedparser';
import { readGofeedCases, readRssParserCases } from './eval-feeds-gofeed';
import { readExpectation } from './eval-feeds-python';

describe('an expectation in Python', () => {
  it.each([
    ["not bozo and feed['title'] == u'A\\u0026B'", [{ path: ['feed', 'title'], value: 'A&B' }]],
    [`entries[0]["link"] == "it's"`, [{ path: ['entries', 0, 'link'], value: "it's" }]],
    ["feed.link == 'x' and (feed['id'] == 'y')", [
      { path: ['feed', 'link'], value: 'x' },
      { path: ['feed', 'id'], value: 'y' },
    ]],
    ["entries[0]['link'] == entries[1]['link'] == 'x'", [
      { path: ['entries', 0, 'link'], value: 'x' },
      { path: ['entries', 1, 'link'], value: 'x' },
    ]],
    ["feed['updated_parsed'] == (2004, 1, 1, 19, 48, 21, 3, 1, 0)", [
      { path: ['feed', 'updated_parsed'], value: [2004, 1, 1, 19, 48, 21, 3, 1, 0] },
    ]],
  ])('%s is read as what must be equal', (source, equations) => {
    expect(readExpectation(source)).toEqual(equations);
  }); // prettier-ignore

  it.each([
    "feed['title'] == 'a' or feed['title'] == 'b'",
    'len(entries) == 1',
    "feed['title'] != 'a'",
    "'title' not in feed",
    "feed['title'] is None",
    "feed['x'] == {'a': 'b'}",
    "feed['title'] == 'a' nonsense",
    '',
  ])('%s says something else, and is left out', (source) => {
    expect(readExpectation(source)).toBeUndefined();
  });
});

describe('the tests of other readers', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'eval-feeds-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('feedparser’s stand in the first comment, with the address the document came from', async () => {
    await write(
      'a/title.xml',
      `<!--
Header:      Content-Location: http://site.example/dir/
Expect:      not bozo and entries[0]['link'] == 'http://site.example/dir/x' and entries[0]['title'] == 'Other'
-->
<rss version="2.0"><channel><item><title>One</title><link>x</link></item></channel></rss>`,
    );
    const [compared] = await compareAll(readFeedparserCases(join(folder, 'a')));
    expect(compared).toMatchObject({
      file: 'title.xml',
      gaveFeed: true,
      findings: [
        { field: 'link', item: 0, agrees: true },
        { field: 'title', item: 0, got: 'One', agrees: false },
      ],
    });
  });

  it('gofeed’s stand beside the feed, in the shapes of RSS, Atom and JSON', async () => {
    await write(
      'b/atom.xml',
      '<feed><id>tag:1</id><entry><title>E</title><link rel="self" href="/s"/><link href="http://e.example/"/></entry></feed>',
    );
    await write(
      'b/atom.json',
      JSON.stringify({
        id: 'tag:1',
        entries: [{ title: 'E', links: [{ href: '/s', rel: 'self' }, { href: 'http://e.example' }] }],
      }),
    );
    await write('b/lone.xml', '<rss/>');
    const [atom, lone] = await compareAll(readGofeedCases(join(folder, 'b')));
    expect(atom?.findings.map(({ field, agrees }) => [field, agrees])).toEqual([
      ['id', true],
      ['title', true],
      ['link', true],
    ]);
    expect(lone).toMatchObject({ findings: [], leftOut: 'have no expectation beside them' });
  });

  it('rss-parser’s stand in a folder of their own', async () => {
    await write(
      'c/input/x.rss',
      '<rss><channel><title>T</title><item><pubDate>Mon, 05 Feb 2024 09:30:15 GMT</pubDate></item></channel></rss>',
    );
    await write(
      'c/output/x.json',
      JSON.stringify({ feed: { title: 'T', items: [{ isoDate: '2024-02-05T09:30:15.000Z' }] } }),
    );
    const [compared] = await compareAll(readRssParserCases(join(folder, 'c')));
    expect(compared?.findings.map(({ field, agrees }) => [field, agrees])).toEqual([
      ['title', true],
      ['published', true],
    ]);
  });

  async function write(path: string, text: string): Promise<void> {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
});

async function compareAll(cases: AsyncIterable<FeedCase>): Promise<Comparison[]> {
  const compared: Comparison[] = [];
  for await (const feedCase of cases) compared.push(await compareCase(feedCase));
  return compared;
}
