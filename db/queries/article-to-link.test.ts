import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { sources } from '@/db/schema/feeds';
import { useTestDatabase } from '@/db/testing';
import { addArticle, addSource } from '@/db/testing/add-rows';
import type { ArticleId } from '@/lib/model/ids';
import { findArticleToLink } from './article-to-link';

useTestDatabase();

test('an article is found by id and by address, with how its source writes', async () => {
  const source = await addSource('post');
  await database().update(sources).set({ injectsTokens: true }).where(eq(sources.id, source));
  const { articleId } = await addArticle({ sourceId: source, title: 'LINK in bio', at: new Date(0) });
  const expected = {
    id: articleId,
    title: 'LINK in bio',
    dek: undefined,
    source: { name: 'post', cryptoOnly: false, injectsTokens: true, allCaps: false },
  };
  expect(await findArticleToLink({ id: articleId })).toMatchObject(expected);
  expect(await findArticleToLink({ url: 'https://post.example/link-in-bio' })).toMatchObject(expected);
  expect(await findArticleToLink({ id: (articleId + 1) as ArticleId })).toBeUndefined();
  expect(await findArticleToLink({ url: 'https://post.example/other' })).toBeUndefined();
});
