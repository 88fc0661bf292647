import { describe, expect, test } from 'vitest';
import type { SourceId, TokenId, TopicId } from '@/lib/model/ids';
import type { TokenTag } from '@/lib/model/tag';
import type { Topic } from '@/lib/model/topic';
import { createTopicTagger, type ArticleOfTopics } from './tag-topics';

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
    expect(tagTopics(article({ title }), [])).toEqual([{ topicId, field: 'title', matchedText }]);
  });

  test.each([
    'Shackled by debt',
    'An etfs-like idea',
    'They said so: ai',
    'A circle of friends',
    'PAID in full',
  ])('not in: %s', (title) => {
    expect(tagTopics(article({ title }), [])).toEqual([]);
  });
});

test('one passing word in the body is no topic, three are', () => {
  const opening = 'Quarterly figures were published. '.repeat(12);
  const read = (bodyText: string) => tagTopics(article({ title: 'Figures', bodyText }), []);
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
  expect(tagTopics(article({ title: 'Tether buys farmland' }), [tag])).toEqual([
    { topicId: 'stablecoins', field: 'title', matchedText: 'Tether' },
  ]);
});

test('whatever a topic’s own sources publish belongs to it, by their name', () => {
  const source = { id: 'mint-office' as SourceId, name: 'Mint Office' };
  const tag = createTopicTagger([{ ...topic('coins', ['coin']), sourceIds: [source.id] }]);
  expect(tag(article({ title: 'Opening hours', source }), [])).toEqual([
    { topicId: 'coins', field: 'source', matchedText: 'Mint Office' },
  ]);
  expect(tag(article({ title: 'A coin', source }), [])).toMatchObject([{ field: 'title' }]);
  expect(tag(article({ title: 'Opening hours' }), [])).toEqual([]);
});

test('a topic limited to languages takes no article in another', () => {
  const tag = createTopicTagger([{ ...topic('moeda', ['real']), languages: ['pt'] }]);
  expect(tag(article({ title: 'O real', language: 'pt-BR' }), [])).toHaveLength(1);
  expect(tag(article({ title: 'The real thing' }), [])).toEqual([]);
});

function article(change: Partial<ArticleOfTopics>): ArticleOfTopics {
  const source = { id: 'alpha' as SourceId, name: 'Alpha' };
  return { title: '', dek: undefined, bodyText: '', language: 'en', source, ...change };
}

function topic(id: string, words: readonly string[], tokenIds: readonly string[] = []): Topic {
  return {
    sourceIds: [],
    languages: [],
    id: id as TopicId,
    name: id,
    description: id,
    words,
    tokenIds: tokenIds.map((token) => token as TokenId),
  };
}
