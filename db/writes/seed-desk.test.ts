import { count } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { feeds } from '@/db/schema/feeds';
import { markets } from '@/db/schema/market';
import { tokens, topics } from '@/db/schema/tokens';
import { useTestDatabase } from '@/db/testing';
import { seedDesk } from './seed-desk';

const NOW = new Date('2026-11-23T12:00:00Z');

useTestDatabase();

async function sizes() {
  const sizeOf = async (table: typeof feeds | typeof markets | typeof tokens | typeof topics) =>
    (await database().select({ rows: count() }).from(table))[0]?.rows ?? 0;
  return {
    tokens: await sizeOf(tokens),
    topics: await sizeOf(topics),
    markets: await sizeOf(markets),
    feeds: await sizeOf(feeds),
  };
}

test('a first start brings in every catalogue', async () => {
  await seedDesk(undefined, NOW);
  const size = await sizes();
  expect(size.tokens).toBeGreaterThan(1_500);
  expect(size.topics).toBeGreaterThanOrEqual(8);
  expect(size.markets).toBeGreaterThan(100);
  expect(size.feeds).toBeGreaterThanOrEqual(60);
});

test('a later start adds nothing twice', async () => {
  const before = await sizes();
  await seedDesk(undefined, NOW);
  expect(await sizes()).toEqual(before);
});

test('a later start with the same files leaves what the desk has changed', async () => {
  await database().update(topics).set({ name: 'Renamed by an operator' });
  await seedDesk(undefined, NOW);
  const names = await database().selectDistinct({ name: topics.name }).from(topics);
  expect(names).toEqual([{ name: 'Renamed by an operator' }]);
});
