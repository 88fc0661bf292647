import { asc } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { database } from '@/db/client';
import { readOpmlImport, readOpmlImports } from '@/db/queries/opml-imports';
import { readOpmlLines } from '@/db/queries/opml-lines';
import { readRunningImports } from '@/db/queries/pending-opml-lines';
import { feeds, fetches, sources } from '@/db/schema/feeds';
import { opmlImports } from '@/db/schema/opml';
import { useTestDatabase } from '@/db/testing';
import { addSource } from '@/db/testing/add-rows';
import { settleOpmlLines } from '@/db/writes/settle-opml-lines';
import { toHttpUrl } from '@/lib/core/url';
import type { Source } from '@/lib/model/feed';
import type { SourceId } from '@/lib/model/ids';
import { cancelImport } from './cancel-import';
import { exportOpml } from './export-opml';
import { resumeImports, type ImportSettings } from './import-work';
import { readOpml } from './read-opml';
import { redoImport } from './redo-import';
import { startImport } from './start-import';
import { undoImport } from './undo-import';

const NOW = new Date('2026-11-23T12:00:00Z');
const LATER = new Date('2026-11-23T13:00:00Z');

useTestDatabase();
beforeEach(async () => {
  await database().delete(opmlImports);
  await database().delete(fetches);
  await database().delete(feeds);
  await database().delete(sources);
});

test('each line tells what became of it and why', async () => {
  await addSource('outlet');
  await database()
    .insert(feeds)
    .values({
      sourceId: await addSource('quiet'),
      url: 'https://quiet.example/rss',
      provenance: 'test',
      state: 'paused',
    });
  const id = await bring([
    'https://outlet.example/feed',
    'http://www.outlet.example/feed/',
    'https://outlet.example/markets.xml',
    'https://new.example/feed',
    'https://NEW.example/feed#top',
    'http://new.example/feed/',
    'https://new.example/other',
    'https://quiet.example/rss',
    'http://10.0.0.1/feed',
    'mailto:desk@outlet.example',
    '',
    'feed://last.example/atom',
  ]);
  await workOff();
  expect(await linesOf(id)).toEqual([
    ['known', 'In the catalogue already.', 'outlet'],
    ['merged', 'Another spelling of https://outlet.example/feed, the address of line 1.', 'outlet'],
    ['added', 'A feed of outlet, which the desk had already.', 'outlet'],
    ['added', 'New source: Title 4.', 'Title 4'],
    ['merged', 'The same address as line 4.', 'Title 4'],
    ['merged', 'Another spelling of https://new.example/feed, the address of line 4.', 'Title 4'],
    ['added', 'A feed of Title 4, which the desk had already.', 'Title 4'],
    ['known', 'In the catalogue already. It is paused.', 'quiet'],
    ['refused', 'It may not be reached: 10.0.0.1 belongs to a private network.', undefined],
    [
      'refused',
      '“mailto:desk@outlet.example” is not a web address: it begins with mailto:, not with https:.',
      undefined,
    ],
    ['refused', 'The line has no address.', undefined],
    ['added', 'New source: Title 12.', 'Title 12'],
  ]);
  expect(await readOpmlImport(id)).toMatchObject({
    state: 'finished',
    fileName: 'my list.opml',
    lines: 12,
    counts: { pending: 0, added: 4, known: 2, merged: 3, refused: 3, cancelled: 0 },
  });
});

test('another spelling of an address in the catalogue is merged with it', async () => {
  await addSource('outlet');
  const id = await bring(['http://www.outlet.example/feed/']);
  await workOff();
  expect(await linesOf(id)).toEqual([
    ['merged', 'Another spelling of https://outlet.example/feed, in the catalogue already.', 'outlet'],
  ]);
});

test('feeds of one shared host stay apart unless they bear one name', async () => {
  const urls = [
    'https://feeds.feedburner.com/a',
    'https://feeds.feedburner.com/b',
    'https://feeds.feedburner.com/c',
  ];
  const id = await bring(urls, ['Outlet A', 'Outlet B', 'Outlet A - Markets']);
  await workOff();
  expect((await linesOf(id)).map(([, , source]) => source)).toEqual(['Outlet A', 'Outlet B', 'Outlet A']);
});

test('a list of hundreds is asked a second apart, not all at once', async () => {
  const id = await bring(Array.from({ length: 200 }, (_, index) => `https://outlet-${index}.example/feed`));
  await workOff();
  expect(await readOpmlImport(id)).toMatchObject({ state: 'finished', counts: { added: 200, pending: 0 } });
  const rows = await database().select({ at: feeds.nextPollAt }).from(feeds).orderBy(asc(feeds.nextPollAt));
  const seconds = rows.map(({ at }) => (at.getTime() - NOW.getTime()) / 1_000);
  expect(seconds).toEqual(Array.from({ length: 200 }, (_, index) => index));
});

test('what a stopped process left is taken up, no line twice', async () => {
  const id = await bring(Array.from({ length: 60 }, (_, index) => `https://outlet-${index}.example/feed`));
  await resumeImports(settings)();
  const { counts } = (await readOpmlImport(id)) ?? { counts: { added: 0, pending: 0 } };
  expect(counts.added).toBeGreaterThan(0);
  expect(counts.pending).toBeGreaterThan(0);
  await workOff();
  expect(await readOpmlImport(id)).toMatchObject({ state: 'finished', counts: { added: 60, merged: 0 } });
  expect(await database().select().from(feeds)).toHaveLength(60);
});

test('two lists at once come to their ends, each feed once', async () => {
  const urls = Array.from({ length: 30 }, (_, index) => `https://outlet-${index}.example/feed`);
  const first = await bring(urls);
  const second = await bring(urls.map((url) => url.replace('https:', 'http:')));
  await workOff();
  const counts = [await readOpmlImport(first), await readOpmlImport(second)].map((each) => each?.counts);
  expect((counts[0]?.added ?? 0) + (counts[1]?.added ?? 0)).toBe(30);
  expect((counts[0]?.merged ?? 0) + (counts[1]?.merged ?? 0)).toBe(30);
  expect(await database().select().from(feeds)).toHaveLength(30);
});

test('two processes at one list do nothing twice', async () => {
  const id = await bring(['https://a.example/feed', 'http://a.example/feed']);
  const verdict = (url: string) => ({
    kind: 'feed' as const,
    url,
    spellings: ['https://a.example/feed', 'http://a.example/feed'],
    site: url,
    source: { ...SOURCE, siteUrl: toHttpUrl('/', url)?.href ?? '' },
  });
  const lines = [
    { position: 1, verdict: verdict('https://a.example/feed') },
    { position: 2, verdict: verdict('http://a.example/feed') },
  ];
  await Promise.all([1, 2, 3, 4].map(() => settleOpmlLines(id, lines, NOW)));
  expect((await linesOf(id)).map(([result]) => result)).toEqual(['added', 'merged']);
});

test('cancelled, an import keeps what it added and says what is left', async () => {
  const id = await bring(Array.from({ length: 60 }, (_, index) => `https://outlet-${index}.example/feed`));
  await resumeImports(settings)();
  const added = (await readOpmlImport(id))?.counts.added ?? 0;
  expect(await cancelImport(id, LATER)).toEqual({ kind: 'cancelled', added, left: 60 - added });
  expect(await cancelImport(id, LATER)).toEqual({ kind: 'over' });
  await workOff();
  expect(await readOpmlImport(id)).toMatchObject({
    state: 'cancelled',
    finishedAt: LATER,
    counts: { added, cancelled: 60 - added, pending: 0 },
  });
});

test('what an import added goes in one act and comes back in one, what was there before stays', async () => {
  await addSource('outlet');
  const id = await bring(['https://outlet.example/feed', 'https://a.example/feed', 'https://b.example/feed']);
  expect(await undoImport(id, LATER)).toEqual({ kind: 'running' });
  await workOff();
  expect(await undoImport(id, LATER)).toEqual({ kind: 'removed', feeds: 2 });
  expect(await undoImport(id, LATER)).toEqual({ kind: 'removed', feeds: 0 });
  expect(await catalogue()).toEqual(['https://outlet.example/feed']);
  await bring(['https://b.example/feed']);
  await workOff();
  expect(await redoImport(id, LATER)).toBe(1);
  expect(await catalogue()).toEqual([
    'https://a.example/feed',
    'https://b.example/feed',
    'https://outlet.example/feed',
  ]);
  expect(await undoImport(999_999, LATER)).toEqual({ kind: 'missing' });
  expect(await redoImport(999_999, LATER)).toBeUndefined();
});

test('a line that cannot be stored is told so, and the others are added', async () => {
  const id = await bring(['https://a.example/feed', 'https://b.example/\u{1F4F0}', 'https://c.example/feed']);
  await database().execute(
    `create function refuse_b() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`,
  );
  await database().execute(
    `create trigger refuse_b before insert on feeds for each row when (new.url like '%b.example%') execute function refuse_b()`,
  );
  await workOff();
  await database().execute('drop trigger refuse_b on feeds');
  expect((await linesOf(id)).map(([result]) => result)).toEqual(['added', 'refused', 'added']);
});

test('what is no list stores nothing', async () => {
  const file = { name: 'page.html', bytes: Buffer.from('<!doctype html><html></html>') };
  expect(await startImport(file, NOW, () => undefined)).toMatchObject({ kind: 'unreadable', reason: 'page' });
  expect(await readOpmlImports(10)).toEqual([]);
});

test('lines are asked for by result and from a position on', async () => {
  const id = await bring(['https://a.example/1', 'mailto:x', 'https://a.example/2', 'mailto:y']);
  await workOff();
  const refused = await readOpmlLines({ importId: id, result: 'refused', after: 2, limit: 10 });
  expect(refused.map(({ position }) => position)).toEqual([4]);
});

test('what is exported is known when it is imported again', async () => {
  await addSource('outlet');
  await database()
    .insert(sources)
    .values({
      ...SOURCE,
      name: 'Q & A <"quotes"> ’ 新闻',
      kind: 'aggregator',
      siteUrl: 'https://q.example/',
    });
  await database()
    .insert(feeds)
    .values({ sourceId: SOURCE.id, url: 'https://q.example/feed?a=1&b=%22&copy=2', provenance: 'test' });
  const bytes = Buffer.from(await exportOpml(NOW));
  expect(await readOpml(bytes)).toEqual({
    kind: 'list',
    title: 'Feeds of this Tapewire desk',
    feeds: [
      {
        url: 'https://outlet.example/feed',
        title: 'outlet',
        siteUrl: 'https://outlet.example/',
        folder: 'Newsrooms',
      },
      {
        url: 'https://q.example/feed?a=1&b=%22&copy=2',
        title: 'Q & A <"quotes"> ’ 新闻',
        siteUrl: 'https://q.example/',
        folder: 'Aggregators',
      },
    ],
  });
  const started = await startImport({ name: 'export.opml', bytes }, NOW, () => undefined);
  await workOff();
  if (started.kind !== 'started') throw new Error(started.message);
  expect((await linesOf(started.id)).map(([result]) => result)).toEqual(['known', 'known']);
});

test('an empty catalogue is exported as an empty list', async () => {
  expect(await readOpml(Buffer.from(await exportOpml(NOW)))).toMatchObject({ reason: 'no-feeds' });
});

const settings: ImportSettings = {
  clock: () => NOW,
  log: { error: () => undefined, info: () => undefined },
  addresses: 'public',
};

const SOURCE: Source = {
  id: 'q' as SourceId,
  name: 'Q',
  siteUrl: 'https://a.example/',
  language: 'en',
  country: undefined,
  kind: 'newsroom',
  cryptoOnly: false,
};

async function bring(urls: readonly string[], titles?: readonly string[]): Promise<number> {
  const escaped = urls.map((url) => url.replaceAll('&', '&amp;'));
  const lines = escaped.map((url, index) => {
    return `<outline type="rss" text="${titles?.[index] ?? `Title ${index + 1}`}" xmlUrl="${url}"/>`;
  });
  const bytes = Buffer.from(`<opml version="2.0"><body>${lines.join('')}</body></opml>`);
  const started = await startImport({ name: 'C:\\fakepath\\my list.opml', bytes }, NOW, () => undefined);
  if (started.kind !== 'started') throw new Error(started.message);
  return started.id;
}

/** Until no import runs any more. */
async function workOff(): Promise<void> {
  const stop = resumeImports(settings);
  while ((await readRunningImports()).length > 0) await new Promise((resolve) => setTimeout(resolve, 10));
  await stop();
}

async function linesOf(importId: number) {
  const lines = await readOpmlLines({ importId, result: undefined, after: 0, limit: 1_000 });
  return lines.map((line) => [line.result, line.message, line.feed?.sourceName] as const);
}

async function catalogue(): Promise<readonly string[]> {
  const rows = await database().select().from(feeds).orderBy(asc(feeds.url));
  return rows.flatMap((feed) => (feed.removedAt ? [] : [feed.url]));
}
