import { expect, it } from 'vitest';
import { useWorld } from '@/e2e/world/testing/use-world';
import { outletBySlug, OUTLETS } from '@/e2e/world/news/outlets';
import { DAY_MS } from '@/lib/core/time';
import { parseFeed } from '@/lib/news/parse/parse-feed';
import type { WorldManifest } from '@/lib/system/world';
import { LAB_FEEDS, LAB_NAMES, labSlug, type LabName } from './lab-feeds';
import { composeLabItem } from './lab-items';

const { url, control } = useWorld({ lab: true });
let manifest: WorldManifest | undefined;

async function readManifest(): Promise<WorldManifest> {
  return (await (await fetch(`${url()}/manifest.json`)).json()) as WorldManifest;
}

async function addressOf(name: LabName): Promise<string> {
  manifest ??= await readManifest();
  const source = manifest.sources.find(({ id }) => id === labSlug(name));
  return source?.feeds[0]?.url ?? '';
}

async function ask(name: LabName, headers: Record<string, string> = {}) {
  const response = await fetch(await addressOf(name), { headers, redirect: 'manual' });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes };
}

async function read(name: LabName) {
  const { bytes, headers } = await ask(name);
  const contentType = headers.get('content-type') ?? undefined;
  return parseFeed(bytes, { contentType, url: await addressOf(name) });
}

async function readItems(name: LabName) {
  const parsed = await read(name);
  if (parsed.kind !== 'feed') throw new Error(`${name}: ${parsed.message}`);
  return parsed.items;
}

const breakFeed = (feed: LabName | 'all') => control('fault', { feed });
const titles = (items: readonly { readonly title: string | undefined }[]) => items.map(({ title }) => title);

it('stands beside the outlets, each site on a port of its own', async () => {
  const { sources } = await readManifest();
  expect(sources).toHaveLength(OUTLETS.length + LAB_FEEDS.length);
  const hosts = sources.filter(({ id }) => id.startsWith('lab-')).map(({ siteUrl }) => new URL(siteUrl).host);
  expect(new Set([...hosts, new URL(url()).host]).size).toBe(LAB_FEEDS.length + 1);
});

it('knows at least 25 faults, and no outlet of the demo', () => {
  expect(LAB_FEEDS.filter(({ fault }) => fault).length).toBeGreaterThanOrEqual(25);
  expect(LAB_NAMES.filter((name) => outletBySlug(labSlug(name)))).toEqual([]);
});

it.each(LAB_NAMES)(
  '%s is sound until its fault is switched on: dated items at a steady pace',
  async (name) => {
    const items = await readItems(name);
    expect(items.length).toBeGreaterThanOrEqual(12);
    const dates = items.map(({ date }) => date?.getTime() ?? Number.NaN);
    const pauses = new Set(dates.slice(1).map((date, index) => (dates[index] ?? 0) - date));
    expect(pauses.size).toBe(1);
    const page = await fetch(items[0]?.link ?? '');
    expect(await page.text()).toContain(items[0]?.title);
  },
);

it('says each thing once: no two items of the lab share a headline', async () => {
  const all = (await Promise.all(LAB_NAMES.map(readItems))).flatMap(titles);
  expect(new Set(all).size).toBe(all.length);
  const flood = Array.from({ length: 200 }, (_, position) => {
    const outlet = { ...(OUTLETS[0] ?? never()), slug: 'flood' };
    return composeLabItem(1_500 + position, { outlet, publishedAt: 0 }).title;
  });
  expect(new Set([...all, ...flood]).size).toBe(all.length + flood.length);
});

it('the silent one published four times a day and stopped days ago', async () => {
  const [newest] = await readItems('silent');
  expect(Date.now() - (newest?.date?.getTime() ?? 0)).toBeGreaterThan(2 * DAY_MS);
});

it('all are switched on at once, and cleared at once', async () => {
  await breakFeed('all');
  expect((await ask('not-found')).status).toBe(404);
  expect((await ask('trouble')).status).toBe(500);
  expect((await ask('neighbour-one')).status).toBe(200);
  await control('clear', {});
  expect((await ask('not-found')).status).toBe(200);
});

it.each<[LabName, number, string | undefined]>([
  ['gone', 410, undefined],
  ['too-often', 429, '600'],
  ['unavailable', 503, '240'],
  ['challenge', 403, undefined],
  ['password', 401, undefined],
  ['private', 302, undefined],
  ['moved', 301, undefined],
])('%s answers %i', async (name, status, retryAfter) => {
  await breakFeed(name);
  const answer = await ask(name);
  expect(answer.status).toBe(status);
  expect(answer.headers.get('retry-after') ?? undefined).toBe(retryAfter);
});

it('the one that refuses has nobody at its port, and opens again', async () => {
  await breakFeed('refused');
  await expect.poll(() => ask('refused').catch((error: Error) => codeOf(error))).toBe('ECONNREFUSED');
  await control('clear', {});
  await expect.poll(() => ask('refused').then(({ status }) => status, codeOf)).toBe(200);
});

it('the huge one pours twenty megabytes, the bomb sends a few kilobytes that become as much', async () => {
  await breakFeed('huge');
  expect((await ask('huge')).bytes.length).toBeGreaterThan(20_000_000);
  await breakFeed('gzip-bomb');
  const bomb = await ask('gzip-bomb');
  expect(Number(bomb.headers.get('content-length'))).toBeLessThan(60_000);
  expect(bomb.bytes.length).toBeGreaterThan(20_000_000);
});

it('wrong-charset says UTF-8 and writes Latin-1', async () => {
  await breakFeed('wrong-charset');
  const { bytes, headers } = await ask('wrong-charset');
  expect(headers.get('content-type')).toContain('utf-8');
  expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow(/not valid/);
});

it('shrinks to three, floods with two hundred, loses two in the middle', async () => {
  const before = await readItems('withdrawn');
  await breakFeed('all');
  expect(await readItems('shrunken')).toHaveLength(3);
  expect(await readItems('flood')).toHaveLength(212);
  expect(titles(await readItems('withdrawn'))).toEqual(titles([...before.slice(0, 1), ...before.slice(3)]));
});

it('gives its items other ids, one moment, or other headlines', async () => {
  const [guids, dated, named] = await Promise.all([
    readItems('new-guids'),
    readItems('same-dates'),
    readItems('retitled'),
  ]);
  await breakFeed('all');
  const renamed = await readItems('new-guids');
  expect(titles(renamed)).toEqual(titles(guids));
  expect(renamed.some(({ guid }) => guids.some((each) => each.guid === guid))).toBe(false);
  const together = await readItems('same-dates');
  expect(together).toHaveLength(dated.length);
  expect(new Set(together.map(({ date }) => date?.getTime())).size).toBe(1);
  const retitled = await readItems('retitled');
  expect(retitled.map(({ guid }) => guid)).toEqual(named.map(({ guid }) => guid));
  expect(retitled.filter(({ title }) => title?.startsWith('Correction: '))).toHaveLength(3);
});

it('changes its language', async () => {
  await breakFeed('language');
  const items = await readItems('language');
  expect(
    items.filter(({ content }) => /Ergebnisse|Regeln|Abstimmung|Prüfer|Konto/.test(content ?? '')),
  ).toHaveLength(6);
});

it('answers in full whatever is asked', async () => {
  const first = await ask('unconditional');
  const asked = { 'if-none-match': first.headers.get('etag') ?? '' };
  expect((await ask('unconditional', asked)).status).toBe(304);
  await breakFeed('unconditional');
  const answer = await ask('unconditional', asked);
  expect(answer.status).toBe(200);
  expect(Buffer.from(answer.bytes).equals(first.bytes)).toBe(true);
  expect(answer.headers.get('etag')).toBeNull();
});

it('no archive reaches further back than a desk looks', async () => {
  const oldest = (await readItems('silent')).at(-1)?.date?.getTime() ?? 0;
  expect(Date.now() - oldest).toBeLessThan(28 * DAY_MS);
  expect(Date.now() - oldest).toBeGreaterThan(14 * DAY_MS);
});

function codeOf(error: Error): string {
  return error.cause instanceof Error && 'code' in error.cause ? String(error.cause.code) : error.message;
}

function never(): never {
  throw new Error('There is no outlet.');
}
