import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { feeds } from '@/db/schema/feeds';
import { useTestDatabase } from '@/db/testing';
import type { FullTextMode, Source, SourceKind } from '@/lib/model/feed';
import type { SourceId } from '@/lib/model/ids';
import { insertFeed } from './insert-feed';
import { markFeedRemoved } from './mark-feed-removed';

const NOW = new Date('2026-11-23T12:00:00Z');

useTestDatabase();

test.each<[SourceKind, FullTextMode | undefined, FullTextMode]>([
  ['newsroom', undefined, 'excerpt'],
  ['aggregator', undefined, 'excerpt'],
  ['official', undefined, 'delivered'],
  ['newsroom', 'delivered', 'delivered'],
  ['official', 'excerpt', 'excerpt'],
])('a new source of the kind %s, told %s, is shown as %s', async (kind, said, shown) => {
  const url = `https://${kind}.example/${said}`;
  await insertFeed({ url, provenance: 'a test', source: source(kind), fullText: said }, NOW);
  expect(await modeOf(url)).toBe(shown);
});

test('a further feed of an official source is shown as delivered too', async () => {
  const url = 'https://office.example/notices';
  const provenance = 'a test';
  await insertFeed(
    { url: 'https://office.example/rss', provenance, source: source('official', 'office') },
    NOW,
  );
  await insertFeed({ url, provenance, source: 'office' as SourceId }, NOW);
  expect(await modeOf(url)).toBe('delivered');
});

test('one that comes back is shown as before, unless somebody says otherwise', async () => {
  const wanted = {
    url: 'https://back.example/rss',
    provenance: 'a test',
    source: source('newsroom', 'back'),
  };
  const added = await insertFeed(wanted, NOW);
  if (added.kind !== 'inserted') throw new Error(added.kind);
  await database().update(feeds).set({ fullText: 'page' }).where(eq(feeds.id, added.id));
  await markFeedRemoved(added.id, NOW);
  expect(await insertFeed(wanted, NOW)).toMatchObject({ kind: 'restored' });
  expect(await modeOf(wanted.url)).toBe('page');
  await markFeedRemoved(added.id, NOW);
  await insertFeed({ ...wanted, fullText: 'delivered' }, NOW);
  expect(await modeOf(wanted.url)).toBe('delivered');
});

async function modeOf(url: string): Promise<FullTextMode | undefined> {
  const [feed] = await database().select().from(feeds).where(eq(feeds.url, url));
  return feed?.fullText;
}

function source(kind: SourceKind, id: string = kind): Source {
  const siteUrl = `https://${id}.example`;
  return {
    id: id as SourceId,
    name: id,
    siteUrl,
    language: 'en',
    country: undefined,
    kind,
    cryptoOnly: true,
  };
}
