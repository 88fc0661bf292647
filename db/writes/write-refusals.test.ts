import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { readRefusedTags } from '@/db/queries/refused-tags';
import { useTestDatabase } from '@/db/testing';
import { addArticle, addSource, addToken } from '@/db/testing/add-rows';
import type { RefusedTag } from '@/lib/model/tag';
import { writeRefusals } from './write-refusals';

const NOW = new Date('2026-11-23T12:00:00Z');

useTestDatabase();

test('a new reading’s refusals take the place of the last one’s, the title’s first', async () => {
  const source = await addSource('post');
  const [link, near] = [await addToken('chainlink', 'LINK'), await addToken('near', 'NEAR')];
  const { articleId } = await addArticle({ sourceId: source, title: 'LINK in bio', at: NOW });
  const write = (refused: readonly RefusedTag[], linkerVersion: number) =>
    database().transaction((transaction) =>
      writeRefusals(transaction, [{ articleId, article: { refused } }], { now: NOW, linkerVersion }),
    );
  await write([{ tokenId: link, field: 'body', matchedText: 'LINK', reason: 'Old.' }], 1);
  await write(
    [
      { tokenId: link, field: 'lede', matchedText: 'LINK', reason: 'It may be a word.' },
      { tokenId: near, field: 'title', matchedText: 'NEAR', reason: 'It may be a word.' },
    ],
    2,
  );
  expect(await readRefusedTags(articleId)).toEqual([
    { tokenId: near, symbol: 'NEAR', name: 'near', field: 'title', matchedText: 'NEAR', reason: 'It may be a word.', linkerVersion: 2 },
    { tokenId: link, symbol: 'LINK', name: 'chainlink', field: 'lede', matchedText: 'LINK', reason: 'It may be a word.', linkerVersion: 2 },
  ]); // prettier-ignore
  await write([], 3);
  expect(await readRefusedTags(articleId)).toEqual([]);
});
