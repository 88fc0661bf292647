import { describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { OUTLETS } from '@/e2e/world/news/outlets';
import { useWorld } from '@/e2e/world/testing/use-world';
import { parseFeed } from '@/lib/news/parse/parse-feed';
import { readWorldManifest } from '@/lib/system/world';
import { BAD_XML_VARIANTS } from './outlet-faults';

const { url, control } = useWorld({ historyHours: 12 });
const feedUrl = (slug: string) =>
  `${url()}/outlets/${slug}/${OUTLETS.find((each) => each.slug === slug)?.feed.file}`;

async function ask(
  address: string,
  headers: Record<string, string> = {},
  redirect: RequestRedirect = 'manual',
) {
  const response = await fetch(address, { headers, redirect });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes, url: response.url };
}

async function read(slug: string) {
  const { bytes, headers, url: address } = await ask(feedUrl(slug));
  return parseFeed(bytes, { contentType: headers.get('content-type') ?? undefined, url: address });
}

async function readItems(slug: string) {
  const parsed = await read(slug);
  if (parsed.kind !== 'feed') throw new Error(`${slug}: ${parsed.message}`);
  return parsed.items;
}

it('the manifest names what a desk needs', async () => {
  const manifest = await readWorldManifest(url());
  expect(manifest.sources).toHaveLength(OUTLETS.length);
  expect(Object.keys(manifest.exchanges).toSorted()).toEqual(['binance', 'coinbase', 'kraken']);
});

describe.each(OUTLETS.map(({ slug }) => slug))('%s', (slug) => {
  it('has a feed that the desk reads whole', async () => {
    const items = await readItems(slug);
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) {
      expect(item.title).toBeTruthy();
      expect(item.link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/outlets\//);
      expect(item.date).toBeInstanceOf(Date);
      expect(`${item.title}${item.content}${item.summary}`).not.toContain('\ufffd');
    }
  });

  it('has a page for each article, with a card, a canonical address and a picture that can be seen', async () => {
    const [item] = await readItems(slug);
    const page = new TextDecoder().decode((await ask(item?.link ?? '')).bytes);
    expect(page).toContain('<link rel="canonical"');
    expect(page).toContain('property="og:title"');
    const image = /property="og:image" content="([^"]+)"/.exec(page)?.[1];
    if (slug === 'northquay') return expect(image).toBeUndefined();
    const picture = await sharp((await ask(image ?? '')).bytes).metadata();
    return expect(picture).toMatchObject({ width: 1_200, height: 675 });
  });

  it('shows its feed on its front page', async () => {
    const page = new TextDecoder().decode((await ask(`${url()}/outlets/${slug}/`)).bytes);
    expect(page).toContain(`<link rel="alternate"`);
    expect(page).toContain(feedUrl(slug));
  });
});

it('one outlet writes Latin-1 and means it', async () => {
  const { bytes, headers } = await ask(feedUrl('kettenblick'));
  expect(headers.get('content-type')).toBe('application/rss+xml');
  expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow(/not valid/);
  expect(await read('kettenblick')).toMatchObject({
    kind: 'feed',
    description: 'Nachrichten über Kryptowerte',
  });
});

describe('asking again', () => {
  it('is answered with 304 until something is published', async () => {
    const first = await ask(feedUrl('hashmeadow'));
    const asked = { 'if-none-match': first.headers.get('etag') ?? '' };
    expect(await ask(feedUrl('hashmeadow'), asked)).toMatchObject({ status: 304, bytes: new Uint8Array() });
    await control('publish', { outlet: 'hashmeadow', title: 'A quiet day', body: 'Nothing moved.' });
    expect((await ask(feedUrl('hashmeadow'), asked)).status).toBe(200);
  });

  it('by date misses nothing, even when two items come in one second', async () => {
    await control('publish', { outlet: 'copperkey', title: 'First of two' });
    const first = await ask(feedUrl('copperkey'));
    const asked = { 'if-modified-since': first.headers.get('last-modified') ?? '' };
    expect((await ask(feedUrl('copperkey'), asked)).status).toBe(304);
    await control('publish', { outlet: 'copperkey', title: 'Second of two' });
    expect((await ask(feedUrl('copperkey'), asked)).status).toBe(200);
  });
});

describe('publishing on demand', () => {
  it('puts an item at the top of the feed and gives its address', async () => {
    const told = await control('publish', {
      outlet: 'ledgerline',
      title: 'Bitcoin & friends <walk>',
      body: 'One.\n\nTwo & three.',
      categories: ['Test'],
    });
    expect(told).toMatchObject({
      httpStatus: 200,
      guid: expect.any(String),
      url: expect.stringContaining('/outlets/ledgerline/'),
    });
    const [item] = await readItems('ledgerline');
    expect(item).toMatchObject({ title: 'Bitcoin & friends <walk>', guid: told.guid, categories: ['Test'] });
    expect(item?.content).toContain('<p>Two &amp; three.</p>');
    expect((await ask(String(told.url))).status).toBe(200);
  });

  it('can be a copy of another item, with the tail of an aggregator', async () => {
    const original = await control('publish', {
      outlet: 'hashmeadow',
      title: 'Seen here first',
      body: 'A text of its own.',
    });
    await control('publish', { outlet: 'coinrelay', title: 'Seen here first', repostOf: original.guid });
    const [copy] = await readItems('coinrelay');
    expect(copy?.content).toContain('A text of its own.');
    expect(copy?.content).toMatch(/The post <a href="[^"]+">Seen here first<\/a> appeared first on/);
  });

  it('can be dated as one likes, or not at all', async () => {
    await control('publish', { outlet: 'copperkey', title: 'Undated', publishedAt: null });
    const undated = (await readItems('copperkey')).find(({ title }) => title === 'Undated');
    expect(undated).toBeDefined();
    expect(undated?.date).toBeUndefined();
    await control('publish', { outlet: 'copperkey', title: 'Old', publishedAt: '2026-01-02T03:04:05Z' });
    const state = (await (await fetch(`${url()}/control/state`)).json()) as { outlets: { slug: string }[] };
    expect(JSON.stringify(state)).toContain('Undated');
  });

  it('can be retitled and removed', async () => {
    const { guid } = await control('publish', { outlet: 'macro-and-coin', title: 'Before' });
    await control('retitle', { guid, title: 'After' });
    expect((await readItems('macro-and-coin'))[0]).toMatchObject({ guid, title: 'After' });
    await control('remove', { guid });
    expect((await readItems('macro-and-coin')).some((item) => item.guid === guid)).toBe(false);
  });

  it.each([
    ['publish', { outlet: 'nobody', title: 'x' }, 400],
    ['publish', { outlet: 'ledgerline' }, 400],
    ['publish', { outlet: 'ledgerline', title: 'x', repostOf: 'none' }, 404],
    ['fault', { outlet: 'ledgerline', kind: 'sulk' }, 400],
    ['retitle', { guid: 'none', title: 'x' }, 404],
    ['shout', {}, 404],
  ])('refuses %s %j with %i', async (verb, body, status) => {
    expect(await control(verb, body)).toMatchObject({ httpStatus: status, error: expect.any(String) });
  });
});

describe('a feed at fault', () => {
  const fault = (slug: string, kind: string, more: object = {}) =>
    control('fault', { outlet: slug, kind, ...more });

  it.each([403, 404, 410, 429, 500, 503])('answers %i', async (status) => {
    await fault('copperkey', 'status', { status, retryAfter: 17 });
    const answer = await ask(feedUrl('copperkey'));
    expect(answer.status).toBe(status);
    expect(answer.headers.get('retry-after')).toBe('17');
  });

  it('moves for good, and works where it went', async () => {
    await fault('copperkey', 'status', { status: 301 });
    expect((await ask(feedUrl('copperkey'))).status).toBe(301);
    const there = await ask(feedUrl('copperkey'), {}, 'follow');
    expect(there).toMatchObject({ status: 200, url: expect.stringContaining('/moved/') });
  });

  it('leads in circles', async () => {
    await fault('copperkey', 'redirect-loop');
    await expect(ask(feedUrl('copperkey'), {}, 'follow')).rejects.toThrow(/fetch failed/);
  });

  it('is a page for people', async () => {
    await fault('copperkey', 'html');
    expect(await read('copperkey')).toMatchObject({ kind: 'not-a-feed' });
  });

  it.each(BAD_XML_VARIANTS)('is not well-formed: %s', async (variant) => {
    const sound = new TextDecoder().decode((await ask(feedUrl('copperkey'))).bytes);
    await fault('copperkey', 'bad-xml', { variant });
    const broken = new TextDecoder().decode((await ask(feedUrl('copperkey'))).bytes);
    expect(broken).not.toBe(sound);
  });

  it('is empty, or cut, or ten megabytes', async () => {
    await fault('copperkey', 'empty');
    expect(await readItems('copperkey')).toEqual([]);
    await control('clear', { outlet: 'copperkey' });
    await fault('copperkey', 'truncated');
    expect(new TextDecoder().decode((await ask(feedUrl('copperkey'))).bytes)).not.toContain('</rss>');
    await control('clear', { outlet: 'copperkey' });
    await fault('copperkey', 'huge');
    expect((await ask(feedUrl('copperkey'))).bytes.length).toBeGreaterThanOrEqual(10_000_000);
    await control('clear', { outlet: 'copperkey' });
    await fault('copperkey', 'empty-body');
    expect((await ask(feedUrl('copperkey'))).bytes.length).toBe(0);
  });

  it('never answers, or cuts the line', async () => {
    await fault('copperkey', 'timeout');
    await expect(fetch(feedUrl('copperkey'), { signal: AbortSignal.timeout(700) })).rejects.toThrow(
      /timeout/i,
    );
    await control('clear', {});
    await fault('copperkey', 'reset');
    await expect(ask(feedUrl('copperkey'))).rejects.toThrow(/terminated/);
  });

  it('drips', async () => {
    await fault('copperkey', 'slow', { factor: 10 });
    const slow = fetch(feedUrl('copperkey'), { signal: AbortSignal.timeout(1_500) }).then((response) =>
      response.text(),
    );
    await expect(slow).rejects.toThrow(/timeout|aborted/i);
  });

  it('gives all items one id, or no date, or tomorrow’s', async () => {
    await fault('copperkey', 'duplicate-guids');
    expect(new Set((await readItems('copperkey')).map(({ guid }) => guid)).size).toBe(1);
    await fault('copperkey', 'missing-date');
    expect((await readItems('copperkey')).every(({ date }) => date === undefined)).toBe(true);
    await control('clear', {});
    await fault('copperkey', 'future-date');
    const dated = (await readItems('copperkey')).filter(({ date }) => date !== undefined);
    expect(dated.length).toBeGreaterThan(0);
    expect(dated.every(({ date }) => Number(date) > Date.now() + 3_600_000)).toBe(true);
  });

  it('falls silent while it goes on answering', async () => {
    await fault('copperkey', 'silent');
    await control('publish', { outlet: 'copperkey', title: 'Unheard' });
    expect((await readItems('copperkey')).some(({ title }) => title === 'Unheard')).toBe(false);
    await control('clear', {});
    expect((await readItems('copperkey')).some(({ title }) => title === 'Unheard')).toBe(true);
  });

  it('recovers by itself after a while', async () => {
    await fault('copperkey', 'status', { status: 500, forMs: 2_000 });
    expect((await ask(feedUrl('copperkey'))).status).toBe(500);
    await expect.poll(async () => (await ask(feedUrl('copperkey'))).status).toBe(200);
  });
});
