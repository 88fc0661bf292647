import { describe, expect, test } from 'vitest';
import { readTokenCatalogue } from '@/db/seed/read-token-catalogue';
import { createTagger } from '@/lib/news/tag/tag-tokens';

const catalogue = readTokenCatalogue();
const tagTokens = createTagger(catalogue);
const CRYPTO_BODY = 'The crypto market and its tokens moved little, wallets on the blockchain show.';

describe('the shipped catalogue leaves alone', () => {
  test.each([
    'AI in China: labs race ahead without the newest chips',
    'Artificial Intelligence (AI) will need more power than thought',
    'ICE arrests rise along the border',
    'So near the top and yet so far',
    'LINK in bio for the full interview',
    'ONE in five adults has never opened a bank account',
    'An op-ed by a former banker, and the OP-ED pages after it',
    'The SUN rises over a quiet trading floor',
    'GAS prices climb before the holidays',
    'TRUMP administration delays a tariff on chips',
    'A link, a near miss and a sol in a purse',
    'Sky-high fees and a flow of complaints',
    'Core inflation cools as the Fed waits',
    'IT spending and US jobs: what to watch',
    'The PEOPLE have spoken on tax',
    'Move over, cash: cards win at the till',
  ])('%s', (title) => {
    expect(
      tagTokens({ title, dek: undefined, bodyText: CRYPTO_BODY, sourceName: 'Wire', cryptoOnly: true }),
    ).toEqual([]);
  });
});

describe('the shipped catalogue knows', () => {
  test.each([
    ['Sleepless AI (AI) teams up with a game studio', 'sleepless-ai'],
    ['Gensyn opens its network to outside machines', 'gensyn'],
    ['比特币矿工转向人工智能', 'bitcoin'],
    ['以太坊质押量创新高', 'ethereum'],
    ['狗狗币一日上涨一成', 'dogecoin'],
    ['瑞波币与监管机构达成和解', 'ripple'],
    ['ビットコインが最高値を更新', 'bitcoin'],
    ['비트코인이 하락했다', 'bitcoin'],
    ['Hyperliquid adds a new kind of order', 'hyperliquid'],
    ['WLFI holders vote on the treasury', 'world-liberty-financial'],
    ['dogwifhat returns to a familiar price', 'dogwifcoin'],
    ['RLUSD supply passes a round number', 'ripple-usd'],
    ['Pump.fun changes how creators are paid', 'pump-fun'],
    ['Worldcoin stops scanning in one more country', 'worldcoin-wld'],
  ])('%s', (title, id) => {
    const [tag] = tagTokens({ title, dek: undefined, bodyText: '', sourceName: 'Wire', cryptoOnly: true });
    expect(tag).toMatchObject({ tokenId: id, role: 'primary', field: 'title' });
  });
});

test('no ambiguous symbol of the whole catalogue tags anything by itself', () => {
  const safe = new Set(
    catalogue.filter((token) => token.symbolAmbiguity === 'safe').map(({ symbol }) => symbol),
  );
  const ambiguous = catalogue.filter(
    ({ symbol, symbolAmbiguity }) => symbolAmbiguity !== 'lite' && !safe.has(symbol),
  );
  const tagged = ambiguous.filter(({ symbol }) => {
    const title = `Overnight the ${symbol} was mentioned at a conference`;
    return (
      tagTokens({ title, dek: undefined, bodyText: CRYPTO_BODY, sourceName: 'Wire', cryptoOnly: true })
        .length > 0
    );
  });
  expect(tagged.map(({ symbol }) => symbol)).toEqual([]);
  expect(ambiguous.length).toBeGreaterThan(1_000);
});

test('every icon of the catalogue is a path of the icon set', () => {
  const icons = catalogue.flatMap(({ icon }) => icon ?? []);
  expect(icons.length).toBeGreaterThan(1_500);
  expect(
    icons.filter((icon) => !/^(?:tokens|networks)\/(?:branded|background|mono)\/[\w.-]+$/.test(icon)),
  ).toEqual([]);
});
