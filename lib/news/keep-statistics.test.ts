import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { useTestDatabase } from '@/db/testing';
import { createStatisticsKeeper } from './keep-statistics';

useTestDatabase();

test('are made after the first 200 articles, and whenever there are four times as many', async () => {
  const madeAt: number[] = [];
  let stored = 0;
  const keep = createStatisticsKeeper(async () => void madeAt.push(stored));
  for (; stored < 20_000; stored += 50) await keep(stored === 0 ? 0 : 50);
  expect(madeAt).toEqual([200, 800, 3_200, 12_800]);
});

test('are those of the tables that grow', async () => {
  await createStatisticsKeeper()(5_000);
  const { rows } = await database().execute<{ relname: string }>(sql`
    select relname from pg_class where relkind = 'r' and reltuples >= 0
      and relname in ('feeds', 'stories', 'articles', 'article_tokens', 'article_topics')
  `);
  expect(rows).toHaveLength(5);
});
