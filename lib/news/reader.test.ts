import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { TokenId, TopicId } from '@/lib/model/ids';
import type { ReadInput, Reading } from './read-articles';
import { createReader, type Reader } from './reader';
import { OUTLET, writeItem, writeRss } from './testing';

const NOW = new Date('2026-11-23T12:00:00Z');
const LANTERN = {
  id: 'lantern' as TokenId,
  symbol: 'LNTRN',
  name: 'Lantern Network',
  icon: undefined,
  rank: 1,
  symbolAmbiguity: 'safe',
  nameAmbiguity: 'safe',
  aliases: [],
} as const;
const FEES = {
  id: 'fees' as TopicId,
  name: 'Fees',
  description: '',
  words: ['fee'],
  tokenIds: [],
  sourceIds: [],
  languages: [],
};
const CATALOGUES = { tokens: [LANTERN], topics: [FEES] };
const FEED = writeRss(OUTLET.siteUrl, [
  writeItem({ id: 2, title: 'Harbour quiet' }),
  writeItem({ id: 1, title: 'Lantern Network (LNTRN) lowers its fee' }),
]);
/** Large, and takes any thread longer than a moment. */
const LONG_FEED = writeLongFeed(300, 2_000);
const VERY_LONG_FEED = writeLongFeed(1_000, 7_500);

/** Within the parser's limits, and many small pieces to keep at once. */
const MANY_CATEGORIES = `<rss><channel>${Array.from({ length: 900 }, (_, item) => {
  const categories = Array.from(
    { length: 100 },
    (__, nth) => `<category>${item}-${nth} and more words</category>`,
  );
  return `<item><title>t</title><link>/${item}</link>${categories.join('')}</item>`;
}).join('')}</channel></rss>`;

let reader: Reader;
beforeAll(() => {
  reader = createReader(CATALOGUES);
});
afterAll(() => reader.stop());

test('an article’s page is read in its own charset, or says why it is none', async () => {
  const text = '<p>Der Hafen öffnet wieder, und die Schiffe warten auf die Flut am Abend.</p>'.repeat(6);
  const page = `<html><head><meta charset="iso-8859-1"></head><body>${text}</body></html>`;
  const input = { contentType: 'text/html', url: `${OUTLET.siteUrl}/a`, title: 'Hafen' };
  expect(await reader.readPage({ ...input, bytes: Buffer.from(page, 'latin1') })).toMatchObject({
    kind: 'page',
    language: 'de',
    bodyText: expect.stringContaining('öffnet'),
  });
  expect(await reader.readPage({ ...input, bytes: new Uint8Array() })).toMatchObject({ kind: 'no-article' });
});

describe('a reading', () => {
  test('has the articles tagged, in the order of the document, and what the feed says of itself', async () => {
    const reading = await readText(FEED);
    expect(articlesOf(reading)).toEqual(['Harbour quiet', 'Lantern Network (LNTRN) lowers its fee']);
    expect(reading).toMatchObject({
      facts: { title: 't', format: 'rss', tier: 'strict' },
      items: [
        { article: { tokens: [], topics: [], firstSeenAt: NOW } },
        { article: { tokens: [{ tokenId: 'lantern', role: 'primary' }], topics: [{ topicId: 'fees' }] } },
      ],
    });
  });

  test('does not read again what stood in the last answer, until it changes', async () => {
    const known = new Set(fingerprintsOf(await readText(FEED)));
    expect(kindsOf(await readText(FEED, known))).toEqual(['same', 'same']);
    const changed = FEED.replace('Harbour quiet', 'Harbour closed');
    expect(kindsOf(await readText(changed, known))).toEqual(['article', 'same']);
  });

  test('of a page for people names the feeds it points to', async () => {
    const page = '<!doctype html><link rel="alternate" type="application/rss+xml" href="/rss"><p>Hello';
    expect(await readText(page)).toMatchObject({
      kind: 'unreadable',
      reason: 'html',
      feedLinks: [{ url: `${OUTLET.siteUrl}/rss` }],
    });
    expect(await reader.readFacts(toInput(page))).toMatchObject({ kind: 'unreadable', reason: 'html' });
  });

  test('leaves the bytes it was given as they are', async () => {
    const bytes = Buffer.from(FEED);
    await reader.read({ ...toInput(FEED), bytes });
    expect(bytes.toString()).toBe(FEED);
  });

  test('can be of the facts alone', async () => {
    const read = await reader.readFacts(toInput(FEED));
    expect(read).toMatchObject({ kind: 'feed', items: 2, facts: { title: 't', link: OUTLET.siteUrl } });
  });
});

describe('a document that costs too much', () => {
  test('of time is given up with the reason, and the next is read', async () => {
    const hasty = createReader({ ...CATALOGUES, maxJobMs: 1_500 });
    expect(await hasty.read(toInput(VERY_LONG_FEED))).toEqual({
      kind: 'unreadable',
      reason: 'too-slow',
      message: 'The document was not read within 1.5 s and was given up.',
      feedLinks: [],
    });
    // A busy machine may hold up even a short document for so long: it is asked again.
    const next = async () => expect(articlesOf(await hasty.read(toInput(FEED)))).toHaveLength(2);
    await vi.waitFor(next, { timeout: 50_000, interval: 100 });
    await hasty.stop();
  }, 60_000);

  test('of memory is given up with the reason, and the next is read', async () => {
    const narrow = createReader({ ...CATALOGUES, maxHeapMb: 24, maxJobMs: 40_000 });
    expect(await narrow.read(toInput(MANY_CATEGORIES))).toMatchObject({
      kind: 'unreadable',
      reason: 'too-large-in-memory',
      message: 'The document needs more than 24 MB of memory to read and was given up.',
    });
    expect(articlesOf(await narrow.read(toInput(FEED)))).toHaveLength(2);
    await narrow.stop();
  }, 60_000);

  test('leaves a thread to the small ones', async () => {
    let isDone = false;
    const long = Promise.all([1, 2, 3].map(() => reader.read(toInput(LONG_FEED)))).finally(
      () => (isDone = true),
    );
    expect(articlesOf(await readText(FEED))).toHaveLength(2);
    expect(articlesOf(await readText(FEED))).toHaveLength(2);
    expect(isDone).toBe(false);
    await long;
  });
});

function writeLongFeed(items: number, chars: number): string {
  const html = '<p>A line of a long text.</p>'.repeat(chars / 29);
  return writeRss(
    OUTLET.siteUrl,
    Array.from({ length: items }, (_, id) => writeItem({ id, title: `Item ${id}`, html })),
  );
}

function readText(text: string, known?: ReadonlySet<string>): Promise<Reading> {
  return reader.read(toInput(text, known));
}

function toInput(text: string, known: ReadonlySet<string> = new Set()): ReadInput {
  const url = `${OUTLET.siteUrl}/rss`;
  return { bytes: Buffer.from(text), contentType: undefined, url, source: OUTLET, seenAt: NOW, known };
}

function articlesOf(reading: Reading): readonly string[] {
  if (reading.kind === 'unreadable') throw new Error(reading.message);
  return reading.items.flatMap((item) => (item.kind === 'article' ? item.article.title : []));
}

function kindsOf(reading: Reading): readonly string[] {
  if (reading.kind === 'unreadable') throw new Error(reading.message);
  return reading.items.map((item) => item.kind);
}

function fingerprintsOf(reading: Reading): readonly string[] {
  if (reading.kind === 'unreadable') throw new Error(reading.message);
  return reading.items.flatMap((item) => (item.kind === 'rejected' ? [] : item.fingerprint));
}
