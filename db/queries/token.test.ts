import { beforeAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import { markets } from '@/db/schema/market';
import { useTestDatabase } from '@/db/testing';
import { addArticle, addSource, addToken } from '@/db/testing/add-rows';
import type { TokenId } from '@/lib/model/ids';
import { readBoard } from './board';
import { readTokenHeadlines } from './headlines';
import { readSymbolHolders, readToken, readTokens, readTokensBySymbol } from './token';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 12, minute));

useTestDatabase();
beforeAll(async () => {
  await addToken('gensyn', 'AI', 90);
  await addToken('sleepless-ai', 'AI', 80);
  await addToken('bitcoin', 'BTC', 1);
  await addToken('hundred%_token', 'HT');
});

test.each([
  ['ai', ['sleepless-ai', 'gensyn']],
  ['BTC', ['bitcoin']],
  ['%', []],
  ['', []],
])('the symbol %s is that of %o', async (symbol, ids) => {
  expect((await readTokensBySymbol(symbol)).map((token) => token.id)).toEqual(ids);
});

test('a token knows who else goes by its symbol', async () => {
  const token = await readToken('gensyn' as TokenId);
  expect(token?.namesakes.map((other) => other.id)).toEqual(['sleepless-ai']);
  expect((await readToken('bitcoin' as TokenId))?.namesakes).toEqual([]);
  expect(await readToken('AI' as TokenId)).toBeUndefined();
});

test('who holds a symbol comes with where it trades and since when, what has ended last', async () => {
  const market = { quoteCurrency: 'USD', validFrom: at(0) } as const;
  const gensyn = { ...market, tokenId: 'gensyn' as TokenId };
  await database()
    .insert(markets)
    .values([
      { ...gensyn, venue: 'binance', symbol: 'AIUSDT', validTo: at(5) },
      { ...gensyn, venue: 'coinbase', symbol: 'AI-USD' },
      { ...gensyn, venue: 'kraken', symbol: 'AI/USD', status: 'quarantined' },
    ]);
  const [sleepless, other] = await readSymbolHolders('ai');
  expect(sleepless?.markets).toEqual([]);
  expect(other?.markets.map(({ symbol, validFrom, validTo }) => [symbol, validFrom, validTo])).toEqual([
    ['AI-USD', at(0), undefined],
    ['AIUSDT', at(0), at(5)],
  ]);
  expect((await readToken('gensyn' as TokenId))?.markets).toEqual(other?.markets);
});

test.each([
  ['ai', ['sleepless-ai', 'gensyn']],
  ['LESS', ['sleepless-ai']],
  ['%_', ['hundred%_token']],
  [String.raw`\ `, []],
  ['', ['bitcoin', 'sleepless-ai', 'gensyn', 'hundred%_token']],
])('looking for “%s” finds %o', async (words, ids) => {
  expect((await readTokens(words, 9)).map((token) => token.id)).toEqual(ids);
});

test('the board begins with the best known', async () => {
  expect((await readBoard(2)).map((token) => token.id)).toEqual(['bitcoin', 'sleepless-ai']);
});

test("a token's news is what is about it, without copies, newest first", async () => {
  const bitcoin = 'bitcoin' as TokenId;
  const sourceId = await addSource('alpha');
  const { storyId, articleId } = await addArticle({ sourceId, title: 'One', at: at(1), tokenIds: [bitcoin] });
  await addArticle({ sourceId, title: 'Two', at: at(2), tokenIds: ['gensyn' as TokenId, bitcoin] });
  const joins = { storyId, relation: 'repost' as const, repostOfId: articleId };
  await addArticle({ sourceId, title: 'Copy', at: at(3), joins, tokenIds: [bitcoin] });
  const headlines = await readTokenHeadlines({ tokenId: bitcoin, limit: 9 });
  expect(headlines.map(({ title, why }) => [title, why.rule])).toEqual([
    ['Two', 'name'],
    ['One', 'name'],
  ]);
  const [first] = headlines;
  const older = await readTokenHeadlines({ tokenId: bitcoin, limit: 9, below: first });
  expect(older.map(({ title }) => title)).toEqual(['One']);
});
