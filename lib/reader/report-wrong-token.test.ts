import { beforeAll, expect, test, vi } from 'vitest';
import { database } from '@/db/client';
import { reports } from '@/db/schema/desk';
import { useTestDatabase } from '@/db/testing';
import { addArticle, addSource, addToken } from '@/db/testing/add-rows';
import { MINUTE_MS } from '@/lib/core/time';
import type { ArticleId, TokenId } from '@/lib/model/ids';
import { describeReport } from '@/lib/model/reader-report';
import { reportWrongToken } from './report-wrong-token';

const NOW = new Date('2026-11-23T12:00:00Z');
const AI = 'sleepless-ai' as TokenId;
let articleId: ArticleId;
let hiddenId: ArticleId;

vi.stubEnv('SECRET', 'a secret of thirty-two characters and more');
useTestDatabase();
beforeAll(async () => {
  const sourceId = await addSource('alpha');
  await addToken(AI, 'AI');
  await addToken('bitcoin', 'BTC');
  ({ articleId } = await addArticle({ sourceId, title: 'Chips', at: NOW, tokenIds: [AI] }));
  const hidden = { sourceId, title: 'Gone', at: NOW, tokenIds: [AI], hidden: true };
  hiddenId = (await addArticle(hidden)).articleId;
});

test('a report is kept once for each reader, with a note and no address', async () => {
  const sent = {
    articleId,
    tokenId: AI,
    note: `  It is about chips. ${'x'.repeat(300)}`,
    address: '192.0.2.1',
  };
  expect(await reportWrongToken(sent, NOW)).toEqual({ kind: 'taken' });
  expect(await reportWrongToken({ ...sent, note: 'Again' }, NOW)).toEqual({ kind: 'known' });
  expect(await reportWrongToken({ ...sent, note: '', address: '192.0.2.2' }, NOW)).toEqual({ kind: 'taken' });
  const rows = await database().select().from(reports).orderBy(reports.id);
  expect(rows).toMatchObject([
    { articleId, tokenId: AI, kind: 'wrong-token', at: NOW, settledAt: null },
    { note: null },
  ]);
  expect(rows[0]?.note).toMatch(/^It is about chips\. x{181}$/);
  expect(new Set(rows.map(({ sender }) => sender)).size).toBe(2);
  expect(JSON.stringify(rows)).not.toContain('192.0.2');
});

test.each([
  ['a token the article is not about', () => ({ articleId, tokenId: 'bitcoin' })],
  ['an article that was taken down', () => ({ articleId: hiddenId, tokenId: AI })],
  ['an article nobody has', () => ({ articleId: 99_999, tokenId: AI })],
  ['nonsense', () => ({ articleId: 'x', tokenId: 7 })],
])('%s cannot be reported', async (_, tag) => {
  expect(await reportWrongToken({ ...tag(), note: '', address: '192.0.2.3' }, NOW)).toEqual({ kind: 'gone' });
});

test('who reports without end is asked to wait', async () => {
  const sent = { articleId, tokenId: AI, note: '', address: '192.0.2.4' };
  for (let count = 0; count < 6; count += 1) await reportWrongToken(sent, NOW);
  const result = await reportWrongToken(sent, NOW);
  expect(result).toEqual({ kind: 'too-often', waitMs: 10 * MINUTE_MS });
  expect(describeReport(result)).toContain('try again in 10 min');
  const later = new Date(NOW.getTime() + 10 * MINUTE_MS);
  expect(await reportWrongToken(sent, later)).toEqual({ kind: 'known' });
});
