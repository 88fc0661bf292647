import { beforeAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import { reports } from '@/db/schema/desk';
import { useTestDatabase } from '@/db/testing';
import { addArticle, addSource, addToken } from '@/db/testing/add-rows';
import { addOperator, articleRow, idOf, tagsOf, wholeNewsroom } from '@/db/testing/read-newsroom';
import { rewriteTags } from '@/db/writes/write-tags';
import type { ArticleId, SourceId, TokenId } from '@/lib/model/ids';
import type { TokenTag } from '@/lib/model/tag';
import { lockTags } from './lock-tags';
import type { ByHand } from './newsroom';
import { retagArticle } from './retag-article';
import { settleReport } from './settle-report';
import { undoDecision } from './undo-decision';

const NOW = new Date('2026-05-04T12:00:00Z');
const [BITCOIN, SLEEPLESS, ETHER] = ['bitcoin', 'sleepless-ai', 'ethereum'] as TokenId[] as [
  TokenId,
  TokenId,
  TokenId,
];

useTestDatabase();

let by: ByHand;
let sourceId: SourceId;
let count = 0;

beforeAll(async () => {
  by = { operator: await addOperator('desk-chief'), now: NOW };
  sourceId = await addSource('post');
  await addToken(BITCOIN, 'BTC', 1);
  await addToken(ETHER, 'ETH', 2);
  await addToken(SLEEPLESS, 'AI', 900);
});

test('a tag taken off never comes back, whatever the linker finds', async () => {
  const articleId = await tagged([SLEEPLESS, BITCOIN]);
  const result = await retagArticle({ articleId, tokenId: SLEEPLESS, retagging: 'remove' }, by);
  expect(result).toMatchObject({ words: `Took the tag sleepless-ai (AI) off “Article ${count}” for good.` });
  expect(await tagsOf(articleId)).toEqual(['bitcoin about linker']);
  await relink(articleId, [tag(SLEEPLESS, 'primary'), tag(ETHER, 'about')]);
  expect(await tagsOf(articleId)).toEqual(['ethereum about linker']);
});

test('a tag put on by hand stays, and what is main by hand stays main', async () => {
  const articleId = await tagged([BITCOIN]);
  idOf(await retagArticle({ articleId, tokenId: ETHER, retagging: 'add' }, by));
  idOf(await retagArticle({ articleId, tokenId: ETHER, retagging: 'main' }, by));
  expect(await tagsOf(articleId)).toEqual(['bitcoin about linker', 'ethereum primary operator']);
  await relink(articleId, [tag(BITCOIN, 'primary')]);
  expect(await tagsOf(articleId)).toEqual(['bitcoin about linker', 'ethereum primary operator']);
  idOf(await retagArticle({ articleId, tokenId: ETHER, retagging: 'not-main' }, by));
  expect(await tagsOf(articleId)).toEqual(['bitcoin about linker', 'ethereum about operator']);
});

test('what was taken off may be put on again by hand', async () => {
  const articleId = await tagged([BITCOIN]);
  idOf(await retagArticle({ articleId, tokenId: BITCOIN, retagging: 'remove' }, by));
  idOf(await retagArticle({ articleId, tokenId: BITCOIN, retagging: 'main' }, by));
  await relink(articleId, [tag(BITCOIN, 'primary')]);
  expect(await tagsOf(articleId)).toEqual(['bitcoin primary operator']);
});

test('locked tags stay as they are until they are handed back', async () => {
  const articleId = await tagged([BITCOIN]);
  idOf(await lockTags({ articleId, locked: true }, by));
  await relink(articleId, [tag(ETHER, 'primary')]);
  expect(await tagsOf(articleId)).toEqual(['bitcoin primary linker']);
  idOf(await lockTags({ articleId, locked: false }, by));
  await relink(articleId, [tag(ETHER, 'primary')]);
  expect(await tagsOf(articleId)).toEqual(['ethereum primary linker']);
});

test.each(['add', 'remove', 'main', 'not-main'] as const)(
  '%s is undone without a trace',
  async (retagging) => {
    const articleId = await tagged([BITCOIN, ETHER]);
    const tokenId = { add: SLEEPLESS, remove: BITCOIN, main: ETHER, 'not-main': BITCOIN }[retagging];
    const before = await wholeNewsroom();
    const id = idOf(await retagArticle({ articleId, tokenId, retagging }, by));
    expect(await wholeNewsroom()).not.toEqual(before);
    idOf(await undoDecision(id, by));
    expect(await wholeNewsroom()).toEqual(before);
  },
);

test.each<['add' | 'remove' | 'main' | 'not-main', TokenId, RegExp]>([
  ['add', BITCOIN, /has the tag bitcoin \(BTC\) already/],
  ['main', BITCOIN, /mainly about bitcoin \(BTC\) already/],
  ['remove', ETHER, /has no tag/],
  ['not-main', ETHER, /has no tag/],
  ['add', 'no-such-token' as TokenId, /no such token/],
])('%s of %s changes nothing where it means nothing', async (retagging, tokenId, why) => {
  const articleId = await tagged([BITCOIN]);
  const result = await retagArticle({ articleId, tokenId, retagging }, by);
  expect(result).toMatchObject({ kind: 'refused', words: expect.stringMatching(why) as string });
});

test('readers who doubt one tag are answered together, and heard again when that is undone', async () => {
  const articleId = await tagged([SLEEPLESS]);
  const one = await report(articleId, 'reader one');
  await report(articleId, 'reader two');
  const id = idOf(await settleReport({ reportId: one, outcome: 'removed' }, by));
  expect(await tagsOf(articleId)).toEqual([]);
  expect(await outcomes(articleId)).toEqual(['removed', 'removed']);
  expect(await settleReport({ reportId: one, outcome: 'kept' }, by)).toMatchObject({ kind: 'refused' });
  idOf(await undoDecision(id, by));
  expect(await outcomes(articleId)).toEqual([null, null]);
  expect(await tagsOf(articleId)).toEqual(['sleepless-ai primary linker']);
  idOf(await settleReport({ reportId: one, outcome: 'kept' }, by));
  expect(await outcomes(articleId)).toEqual(['kept', 'kept']);
  expect((await articleRow(articleId)).tagsLockedAt).toBeNull();
});

async function tagged(tokenIds: readonly TokenId[]): Promise<ArticleId> {
  const { articleId } = await addArticle({ sourceId, title: `Article ${(count += 1)}`, at: NOW, tokenIds });
  return articleId;
}

async function relink(articleId: ArticleId, tokens: readonly TokenTag[]): Promise<void> {
  await database().transaction((transaction) =>
    rewriteTags(transaction, [{ articleId, article: { tokens, topics: [] } }], 2),
  );
}

function tag(tokenId: TokenId, role: TokenTag['role']): TokenTag {
  const evidence = { field: 'title', rule: 'name', matchedText: '', spanStart: 0, spanEnd: 0 } as const;
  return { ...evidence, tokenId, role, score: 1, confirmedBy: undefined };
}

async function report(articleId: ArticleId, sender: string): Promise<number> {
  const row = { articleId, tokenId: SLEEPLESS, sender, at: NOW, kind: 'wrong-token' as const };
  const [added] = await database().insert(reports).values(row).returning();
  return added?.id ?? 0;
}

async function outcomes(articleId: ArticleId) {
  const rows = await database().select().from(reports);
  return rows.filter((row) => row.articleId === articleId).map(({ outcome }) => outcome);
}
