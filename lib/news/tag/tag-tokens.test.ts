import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TokenId } from '@/lib/model/ids';
import { textOfField } from '@/lib/model/tag';
import { AMBIGUITIES, type Ambiguity, type Token, type TokenAlias } from '@/lib/model/token';
import { createLinker, createTagger, type ArticleToTag } from './tag-tokens';

const tokens: readonly Token[] = [
  token('bitcoin', 'BTC safe, Bitcoin safe', {
    strong: ['比特币', 'биткоин', 'بيتكوين'],
    deny: ['mercado bitcoin'],
  }),
  token('ethereum', 'ETH safe, Ethereum safe', { strong: ['ether', '以太坊'] }),
  token('tether', 'USDT safe, Tether lite'),
  token('solana', 'SOL safe, Solana safe'),
  token('chainlink', 'LINK word, Chainlink safe'),
  token('near', 'NEAR word, NEAR Protocol safe'),
  token('stellar', 'XLM safe, Stellar lite', { deny: ['stellar earnings'] }),
  token('bitcoin-cash', 'BCH safe, Bitcoin Cash safe', { strong: ['比特币现金'] }),
  token('optimism', 'OP banned, Optimism word'),
  token('render-token', 'RENDER word, Render lite'),
  token('official-trump', 'TRUMP word, OFFICIAL TRUMP safe'),
  token('sleepless-ai', 'AI banned, Sleepless AI safe'),
  token('gensyn', 'AI banned, Gensyn safe'),
  token('kucoin-shares', 'KCS safe, KuCoin banned'),
  token('flow', 'FLOW word, Flow word', { deny: ['cash flow'] }),
  { ...token('stakewise', 'SWISE word, StakeWise lite'), rank: undefined },
  { ...token('million', 'MM banned, Million word'), rank: undefined },
];
const tagTokens = createTagger(tokens);

describe('what tags a token', () => {
  test.each<readonly [title: string, ids: readonly string[], rule: string, matched: string]>([
    ['Solana (SOL) tops $200 again', ['solana'], 'name+ticker', 'Solana (SOL)'],
    ['Solana [$SOL] tops $200 again', ['solana'], 'name+ticker', 'Solana [$SOL]'],
    ['Why Solana’s validators are angry', ['solana'], 'name', 'Solana'],
    ['bitcoin slips before the weekend', ['bitcoin'], 'name', 'bitcoin'],
    ['Whales bought BTC all night', ['bitcoin'], 'ticker', 'BTC'],
    ['Traders pile into $LINK', ['chainlink'], 'cashtag', '$LINK'],
    ['SOL/USDT leads perpetual volume', ['solana'], 'pair', 'SOL'],
    ['BTCUSDT leads perpetual volume', ['bitcoin'], 'pair', 'BTCUSDT'],
    ['LINK price holds above $20', ['chainlink'], 'ticker+context', 'LINK'],
    ['NEAR token unlock set for Friday', ['near'], 'ticker+context', 'NEAR'],
    ['Optimism mainnet halts for an hour', ['optimism'], 'name+context', 'Optimism'],
    ['Stellar wallet users warned of phishing', ['stellar'], 'name+crypto', 'Stellar'],
    ['Sleepless AI (AI) lists on two venues', ['sleepless-ai'], 'name+ticker', 'Sleepless AI (AI)'],
    ['KuCoin (KCS) burns tokens for the quarter', ['kucoin-shares'], 'name+ticker', 'KuCoin (KCS)'],
    ['KuCoin’s token burn grows', ['kucoin-shares'], 'name+context', 'KuCoin'],
    ['比特币（BTC）突破新高', ['bitcoin'], 'name+ticker', '比特币（BTC）'],
    ['以太坊基金会换帅', ['ethereum'], 'name', '以太坊'],
    ['比特币现金升级完成', ['bitcoin-cash'], 'name', '比特币现金'],
    ['LINK 突破 20 美元', ['chainlink'], 'ticker+context', 'LINK'],
    ['Цена биткоина выросла', ['bitcoin'], 'name', 'биткоин'],
    ['ارتفاع البيتكوين اليوم', ['bitcoin'], 'name', 'بيتكوين'],
    ['Ｓｏｌａｎａ tops the list', ['solana'], 'name', 'Ｓｏｌａｎａ'],
    ['StakeWise proposes a new vault for ether', ['ethereum', 'stakewise'], 'name', 'ether'],
  ])('%s', (...[title, ids, rule, matched]) => {
    const tags = tagTokens(article(title));
    expect(tags.map(({ tokenId }) => tokenId).toSorted()).toEqual([...ids].toSorted());
    expect(tags).toContainEqual(expect.objectContaining({ rule, matchedText: matched, field: 'title' }));
  });
});

describe('what tags nothing', () => {
  test.each([
    'AI in China: how the chip ban changed the race',
    'Artificial Intelligence (AI) and crypto: what comes next',
    'NEAR the top: traders take profit on crypto',
    'LINK in bio, says the crypto influencer',
    'TRUMP administration weighs crypto rules',
    'An op-ed on crypto and OP-ED pages',
    'A new link between wallets and token theft',
    'near miss for a crypto exchange',
    'a sol of peruvian currency in a crypto wallet',
    'Mercado Bitcoin opens in Lisbon',
    'Stellar earnings lift a crypto broker',
    'Cash flow improves at a crypto miner',
    'Investors regain Optimism over crypto',
    'Binance to Unlock 21 Million Tokens, crypto desk says',
    'KuCoin fined by a regulator over crypto rules',
    'Zero Knowledge Link (LINK) crypto course opens',
    'Read it at https://solana.com/news and crypto @ethereum',
    '',
  ])('%s', (title) => {
    expect(tagTokens(article(title))).toEqual([]);
  });

  test('a lite name outside a text about crypto', () => {
    expect(tagTokens(article('Stellar night for the home team', 'They won by three goals.'))).toEqual([]);
  });

  test('the name of the publisher itself', () => {
    expect(
      tagTokens({ ...article('Bitcoin World: crypto rules in Asia'), sourceName: 'Bitcoin World' }),
    ).toEqual([]);
  });
});

describe('which token an article is about', () => {
  test('a weak name and a weak ticker vouch for each other', () => {
    const [tag] = tagTokens(article('Optimism hands out a grant', 'The crypto team said OP will fund it.'));
    expect(tag).toMatchObject({
      tokenId: 'optimism',
      rule: 'name+ticker',
      matchedText: 'Optimism',
      confirmedBy: 'OP',
    });
  });

  test('a list of sure tokens vouches for the doubtful one among them', () => {
    const tags = tagTokens(article('How Solana, Render and Chainlink share a roadmap'));
    expect(tags.map(({ tokenId }) => tokenId)).toEqual(['solana', 'render-token', 'chainlink']);
  });

  test('a shared symbol belongs to the token that the article names', () => {
    const [tag] = tagTokens(article('Gensyn opens its testnet', 'AI holders of the crypto project wait.'));
    expect(tag?.tokenId).toBe('gensyn');
  });

  test('what stands first in the title is the primary one', () => {
    const tags = tagTokens(article('Solana overtakes Ethereum in fees'));
    expect(tags.map(({ tokenId, role }) => [tokenId, role])).toEqual([
      ['solana', 'primary'],
      ['ethereum', 'about'],
    ]);
  });

  test('a title that lists more than five tokens has no primary one', () => {
    const tags = tagTokens(article('BTC, ETH, SOL, XLM, BCH and USDT: the week in prices'));
    expect(tags).toHaveLength(6);
    expect(tags.every(({ role }) => role === 'about')).toBe(true);
  });

  test('the currency of an amount is not what the article is about', () => {
    const tags = tagTokens(article('Bitcoin slips under 95,000 USDT'));
    expect(tags.map(({ tokenId }) => tokenId)).toEqual(['bitcoin']);
  });

  test('a dollar coin that is minted is', () => {
    const [tag] = tagTokens(article('Treasury mints 1 billion USDT on a Friday'));
    expect(tag?.tokenId).toBe('tether');
  });

  test('a passing mention in the body tags nothing', () => {
    const body = `Lawmakers met on crypto rules. ${'They spoke of licences and audits. '.repeat(12)} Bitcoin fell.`;
    expect(tagTokens(article('Lawmakers meet on crypto rules', body))).toEqual([]);
  });

  test('without a token in the title, the one the lede and body keep to is meant', () => {
    const body =
      'Bitcoin fell again. Traders of Bitcoin expected it; miners sold Bitcoin all week to pay for power.';
    expect(tagTokens(article('The market waits', body))).toMatchObject([
      { tokenId: 'bitcoin', field: 'lede' },
    ]);
  });
});

describe('how a source writes', () => {
  const injects = { injectsTokens: true };

  test('a token it puts at the head counts once the text comes back to it', () => {
    const title = 'Solana: oil major lifts its dividend';
    expect(tagTokens({ ...article(title, 'The dividend rises by a tenth.'), ...injects })).toEqual([]);
    const body = 'The crypto fund of the oil major bought Solana as well.';
    expect(tagTokens({ ...article(title, body), ...injects })).toMatchObject([{ tokenId: 'solana' }]);
    expect(tagTokens({ ...article('Oil major buys Solana'), ...injects })).toMatchObject([
      { tokenId: 'solana' },
    ]);
    expect(tagTokens(article(title))).toMatchObject([{ tokenId: 'solana' }]);
  });

  test('capitals in its titles make no ticker of a word', () => {
    const title = 'LINK PRICE UP';
    expect(tagTokens(article(title))).toMatchObject([{ tokenId: 'chainlink' }]);
    expect(tagTokens({ ...article(title), allCaps: true })).toEqual([]);
    expect(tagTokens({ ...article('BTC PRICE UP'), allCaps: true })).toMatchObject([{ tokenId: 'bitcoin' }]);
  });
});

describe('what was considered and refused is told with its reason', () => {
  const link = createLinker(tokens);
  test.each<readonly [title: string, id: string, matched: string, reason: RegExp]>([
    ['AI in China, a crypto story', 'sleepless-ai', 'AI', /means too many other things/],
    ['LINK in bio, says the crypto influencer', 'chainlink', 'LINK', /may be a word/],
    ['Cash flow improves at a crypto miner', 'flow', 'Cash flow', /something else/],
    ['KuCoin fined over crypto rules', 'kucoin-shares', 'KuCoin', /its ticker does not stand beside/],
    ['Zero Knowledge Link (LINK) crypto course', 'chainlink', 'LINK', /may be a word/],
    ['Bitcoin slips under 95,000 USDT', 'tether', 'USDT', /currency of an amount/],
    ['Stellar night for the home team', 'stellar', 'Stellar', /not about crypto/],
  ])('%s', (title, id, matched, reason) => {
    const { refused } = link(article(title));
    expect(refused).toContainEqual(
      expect.objectContaining({ tokenId: id, field: 'title', matchedText: matched }),
    );
    expect(refused.find(({ tokenId }) => tokenId === id)?.reason).toMatch(reason);
  });

  test('also a token that is meant, but only mentioned by the way', () => {
    const body = `The fee is lower now. ${'Solana users pay less. '.repeat(9)} Bitcoin did not move.`;
    const { tags, refused } = link(article('Solana lowers its fee', body));
    expect(tags.map(({ tokenId }) => tokenId)).toEqual(['solana']);
    expect(refused).toEqual([
      {
        tokenId: 'bitcoin',
        field: 'lede',
        matchedText: 'Bitcoin',
        reason: 'It is mentioned by the way: the title names another token.',
      },
    ]);
  });

  test('never one that was tagged, and each once', () => {
    const { tags, refused } = link(article('LINK in bio, $LINK on the rise, LINK in the shop, AI and AI'));
    expect(tags.map(({ tokenId }) => tokenId)).toEqual(['chainlink']);
    expect(refused.map(({ tokenId }) => tokenId)).toEqual(['sleepless-ai']);
  });
});

test('never throws, and every span is the matched text', () => {
  const words = [
    'Solana',
    'SOL',
    '(SOL)',
    '$AI',
    'AI',
    'LINK',
    'near',
    '比特币',
    'биткоина',
    '/',
    ',',
    ' and ',
    ' ',
    '（',
    'ＢＴＣ',
    '٪',
  ];
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(
      fc.record({ title: text, dek: fc.option(text, { nil: undefined }), bodyText: text, sourceName: text }),
      (fields) => {
        const read = { ...fields, cryptoOnly: true };
        for (const tag of tagTokens(read)) {
          expect(textOfField(read, tag.field).slice(tag.spanStart, tag.spanEnd)).toBe(tag.matchedText);
          expect(tag.score).toBeGreaterThan(0);
          expect(tag.score).toBeLessThanOrEqual(1);
        }
      },
    ),
    { numRuns: 300 },
  );
});

function article(title: string, bodyText = ''): ArticleToTag {
  return { title, dek: undefined, bodyText, sourceName: 'The Wire', cryptoOnly: false };
}

/** `'SOL safe, Solana safe'`: symbol and name, each with its ambiguity. */
function token(
  id: string,
  halves: string,
  names: { readonly strong?: readonly string[]; readonly deny?: readonly string[] } = {},
): Token {
  const [, symbol = '', symbolAmbiguity, name = '', nameAmbiguity] =
    /^(\S+) (\w+), (.+) (\w+)$/.exec(halves) ?? [];
  const aliases: TokenAlias[] = [
    ...(names.strong ?? []).map((text) => ({ text, kind: 'strong' as const })),
    ...(names.deny ?? []).map((text) => ({ text, kind: 'deny' as const })),
  ];
  const ambiguity = (word = ''): Ambiguity => AMBIGUITIES.find((known) => known === word) ?? 'banned';
  return {
    id: id as TokenId,
    symbol,
    name,
    icon: undefined,
    rank: 1,
    symbolAmbiguity: ambiguity(symbolAmbiguity),
    nameAmbiguity: ambiguity(nameAmbiguity),
    aliases,
  };
}
