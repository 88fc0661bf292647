import { describe, expect, test } from 'vitest';
import type { TokenId, TopicId } from '@/lib/model/ids';
import type { TokenTag } from '@/lib/model/tag';
import type { Topic } from '@/lib/model/topic';
import { createTopicTagger } from './tag-topics';

const tagTopics = createTopicTagger([
  topic('etf', ['ETF', 'exchange-traded fund', '交易所交易基金']),
  topic('hacks', ['hack', 'rug pull', '黑客', '해킹', 'взлом', 'اختراق']),
  topic('ai', ['AI', 'artificial intelligence', 'A.I.']),
  topic('stablecoins', ['stablecoin', 'Circle'], ['tether']),
]);

describe('words', () => {
  test.each<[title: string, topicId: string, matched: string]>([
    ['Regulator clears an ETF on ether', 'etf', 'ETF'],
    ['A first Exchange-Traded Fund opens', 'etf', 'Exchange-Traded Fund'],
    ['HACK drains a bridge', 'hacks', 'HACK'],
    ['Another rug  pull, another apology', 'hacks', 'rug  pull'],
    ['交易所遭黑客攻击', 'hacks', '黑客'],
    ['现货ETF获批', 'etf', 'ETF'],
    ['AI芯片短缺', 'ai', 'AI'],
    ['거래소 해킹으로 출금 중단', 'hacks', '해킹으로'],
    ['После взлома биржа закрыта', 'hacks', 'взлома'],
    ['بعد الاختراق أغلقت المنصة', 'hacks', 'الاختراق'],
    ['AI in China', 'ai', 'AI'],
    ['What A.I. needs next', 'ai', 'A.I.'],
    ['Circle files its papers', 'stablecoins', 'Circle'],
  ])('%s', (title, topicId, matchedText) => {
    expect(tagTopics({ title, dek: undefined, bodyText: '' }, [])).toEqual([
      { topicId, field: 'title', matchedText },
    ]);
  });

  test.each([
    'Shackled by debt',
    'An etfs-like idea',
    'They said so: ai',
    'A circle of friends',
    'PAID in full',
  ])('not in: %s', (title) => {
    expect(tagTopics({ title, dek: undefined, bodyText: '' }, [])).toEqual([]);
  });
});

test('one passing word in the body is no topic, three are', () => {
  const opening = 'Quarterly figures were published. '.repeat(12);
  const read = (bodyText: string) => tagTopics({ title: 'Figures', dek: undefined, bodyText }, []);
  expect(read(`${opening} One hack was mentioned.`)).toEqual([]);
  expect(read(`${opening} A hack, a second hack and a third hack.`)).toMatchObject([
    { topicId: 'hacks', field: 'body' },
  ]);
});

test('a tagged token brings the topics it belongs to, with its own evidence', () => {
  const tag: TokenTag = {
    tokenId: 'tether' as TokenId,
    role: 'primary',
    score: 1,
    rule: 'name',
    field: 'title',
    matchedText: 'Tether',
    spanStart: 0,
    spanEnd: 6,
    confirmedBy: undefined,
  };
  expect(tagTopics({ title: 'Tether buys farmland', dek: undefined, bodyText: '' }, [tag])).toEqual([
    { topicId: 'stablecoins', field: 'title', matchedText: 'Tether' },
  ]);
});

function topic(id: string, words: readonly string[], tokenIds: readonly string[] = []): Topic {
  return {
    id: id as TopicId,
    name: id,
    description: id,
    words,
    tokenIds: tokenIds.map((token) => token as TokenId),
  };
}
