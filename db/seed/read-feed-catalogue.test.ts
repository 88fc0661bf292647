import { describe, expect, test } from 'vitest';
import { readFeedCatalogue } from './read-feed-catalogue';

const HEADER =
  'url\tsource_id\tname\tsite\tlanguage\tcountry\tkind\tcrypto_only\tinjects_tokens\tall_caps\tprovenance';
const GOOD = 'https://a.example/feed\ta\tA\thttps://a.example/\ten\tUS\tnewsroom\tyes\tno\tyes\tseen once';

describe('the shipped catalogue', () => {
  const catalogue = readFeedCatalogue();

  test('has at least sixty feeds', () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(60);
  });

  test.each(['panews', 'panews-en', 'tronweekly', 'bitcoinethereumnews'])('has %s', (id) => {
    expect(catalogue.map((feed) => feed.source.id)).toContain(id);
  });

  test('says of every address how it is known', () => {
    expect(catalogue.filter((feed) => !/seen in|guess/.test(feed.provenance))).toEqual([]);
  });

  test('knows who republishes', () => {
    const kinds = new Map(catalogue.map((feed) => [String(feed.source.id), feed.source.kind]));
    expect(kinds.get('bitcoinethereumnews')).toBe('aggregator');
    expect(kinds.get('tronweekly')).toBe('newsroom');
    expect(kinds.get('sec')).toBe('official');
  });
});

test('flags say how a source writes', () => {
  const [feed] = readFeedCatalogue(`${HEADER}\n${GOOD}\n`);
  expect(feed?.source).toMatchObject({ cryptoOnly: true, injectsTokens: false, allCaps: true });
});

describe('a line that does not fit is named', () => {
  test.each([
    { what: 'another header', text: 'url\tname', message: /:1: the columns are/ },
    {
      what: 'an address of another kind',
      text: GOOD.replace('https://a.example/feed', 'ftp://a'),
      message: /:2: url/,
    },
    { what: 'an unknown kind', text: GOOD.replace('newsroom', 'blog'), message: /:2: kind/ },
    { what: 'a missing cell', text: GOOD.replace('\tseen once', ''), message: /:2: provenance/ },
    { what: 'a cell too many', text: `${GOOD}\tx`, message: /:2: has 12 cells/ },
    {
      what: 'the same address twice',
      text: `${GOOD}\n${GOOD}`,
      message: /a\.example\/feed stands there twice/,
    },
  ])('$what', ({ text, message }) => {
    expect(() => readFeedCatalogue(text.startsWith('url') ? text : `${HEADER}\n${text}\n`)).toThrow(message);
  });

  test('remarks and empty lines are passed over, and still counted', () => {
    expect(() => readFeedCatalogue(`# remark\n${HEADER}\n\nnonsense\n`)).toThrow(/:4:/);
  });
});
