import { beforeAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import { sources } from '@/db/schema/feeds';
import { useTestDatabase } from '@/db/testing';
import type { SourceId } from '@/lib/model/ids';
import { sourceBySite } from './source-by-site';

useTestDatabase();
beforeAll(async () => {
  await addSource('outlet', 'https://www.outlet.example');
  await addSource('outlet-zh', 'https://outlet.example/zh');
  await addSource('other', 'https://notoutlet.example/');
  await addSource('third', 'http://127.0.0.1:4801/third/');
});

test.each([
  ['https://outlet.example/feed', 'outlet'],
  ['https://www.outlet.example/', 'outlet'],
  ['https://outlet.example/zh/feed.xml', 'outlet-zh'],
  ['https://outlet.example/zh', 'outlet-zh'],
  ['https://outlet.example/zhong', 'outlet'],
  ['http://127.0.0.1:4801/third/feed', 'third'],
  ['http://127.0.0.1:4801/fourth/feed', undefined],
  ['http://127.0.0.1:4802/third/feed', undefined],
  ['https://feeds.outlet.example/all', undefined],
  ['nonsense', undefined],
])('%s lies on the site of %s', async (address, id) => {
  expect((await sourceBySite(address))?.id).toBe(id);
});

async function addSource(id: string, siteUrl: string): Promise<void> {
  await database()
    .insert(sources)
    .values({ id: id as SourceId, name: id, siteUrl, language: 'en', kind: 'newsroom' });
}
