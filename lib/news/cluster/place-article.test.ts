import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeArticle } from './place-article';
import { article, hours, neighbour, TEXT } from './test-articles';

describe('what opens a story', () => {
  test('an article among none', () => {
    expect(placeArticle(article('Bridge loses two vaults'), [])).toEqual({ kind: 'opens' });
  });

  test('another event of the same token', () => {
    const told = neighbour(1, 'Solana validators vote to halve the inflation rate', { tokens: ['solana'] });
    expect(
      placeArticle(article('Solana phone sells out in a day', { tokens: ['solana'] }), [told]).kind,
    ).toBe('opens');
  });

  test.each([
    [
      'BNB drops below 930 USDT with a narrowed 0.4 % decrease in 24 hours',
      'BNB drops below 940 USDT with a narrowed 0.6 % decrease in 24 hours',
    ],
    ['Price predictions 2/18: the ten largest tokens', 'Price predictions 2/20: the ten largest tokens'],
  ])('a bulletin from the same mould with other numbers: %s', (first, second) => {
    const body =
      'The figure is taken from the order book of the venue at the time of writing and may change at any moment.';
    const told = neighbour(1, first, { body, source: 'ticker-desk' });
    expect(placeArticle(article(second, { body, source: 'ticker-desk' }), [told]).kind).toBe('opens');
    expect(placeArticle(article(second, { body, source: 'other-desk' }), [told]).kind).toBe('opens');
  });

  test('one template, another token', () => {
    const body =
      'Trading opens today. Deposits need ten confirmations; the pair starts in limit-only mode for an hour.';
    const told = neighbour(1, 'BLUA is available for trading on the venue', { body, tokens: ['blua'] });
    expect(
      placeArticle(article('YALA is available for trading on the venue', { body, tokens: ['yala'] }), [told])
        .kind,
    ).toBe('opens');
  });

  test('the next issue of a daily column', () => {
    const told = neighbour(1, 'What happened in crypto today', { body: TEXT, source: 'the-daily' });
    const body =
      'Regulators met in Lisbon to speak about licences, and a miner moved its machines to a colder county.';
    const next = article('What happened in crypto today', {
      body,
      source: 'the-daily',
      claimedAt: hours(20),
    });
    expect(placeArticle(next, [told]).kind).toBe('opens');
  });

  test('the same event told again after more than three days', () => {
    const told = neighbour(1, 'Bridge operator loses two vaults to a retired signing key');
    const late = article('Retired signing key empties two vaults of bridge operator', {
      claimedAt: hours(80),
    });
    expect(placeArticle(late, [told]).kind).toBe('opens');
  });

  test('Chinese headlines that share no more than their subject', () => {
    const told = neighbour(1, '比特币矿企扩建北方机房', { language: 'zh', tokens: ['bitcoin'] });
    const other = article('比特币现货基金迎来资金流入', { language: 'zh', tokens: ['bitcoin'] });
    expect(placeArticle(other, [told]).kind).toBe('opens');
  });

  test('a headline of another language', () => {
    const told = neighbour(1, 'Coinharbour files for a trust charter in Ohio');
    expect(
      placeArticle(article('Coinharbour files for a trust charter in Ohio', { language: 'de' }), [told]),
    ).toEqual({
      kind: 'opens',
    });
  });

  test('a long article that quotes a teaser somewhere in its middle', () => {
    const teaser =
      'Two vaults are empty, a retired key was to blame, and the operator has closed deposits until further notice from its auditors.';
    const told = neighbour(1, 'Bridge operator loses two vaults', { body: teaser });
    const filler = (word: string) =>
      `Nothing of ${word} was decided, and the committee will return to it in ${word} season. `.repeat(9);
    const essay = article('Autumn in the committee rooms', {
      body: `${filler('spring')}${teaser}${filler('summer')}`,
    });
    expect(placeArticle(essay, [told]).kind).toBe('opens');
  });
});

describe('what reports the same event', () => {
  test('another newsroom in its own words', () => {
    const told = neighbour(1, 'Coinharbour applies for a national trust charter', {
      body: 'Coinharbour filed papers with the comptroller on Friday to become a national trust company and said it does not mean to be a bank.',
    });
    const report = article('Trust charter sought by Coinharbour to widen payments business', {
      source: 'the-gazette',
      body: 'The exchange Coinharbour asked the comptroller for a national trust charter, which would let it settle payments itself.',
      claimedAt: hours(2),
    });
    const placement = placeArticle(report, [told]);
    expect(placement).toMatchObject({ kind: 'joins', relation: 'report', storyId: 10, copies: [] });
    expect(placement).toMatchObject({
      evidence: expect.stringMatching(/“charter”.* with “Coinharbour applies/),
    });
  });

  test('a repost lends its story no voice', () => {
    const copy = neighbour(2, 'Coinharbour applies for a national trust charter', { repostOf: 1 });
    expect(
      placeArticle(article('National trust charter: Coinharbour applies', { source: 'the-gazette' }), [copy])
        .kind,
    ).toBe('opens');
  });
});

test('the order of the neighbours changes nothing, and no text is too odd', () => {
  const words = [
    'bridge',
    'vault',
    'Coinharbour',
    'charter',
    '$4.3 billion',
    '2%',
    '金库',
    '被',
    'مفتاح',
    '🙂',
    '—',
    '1',
  ];
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...words)).map((all) => all.join(' ')),
  );
  const told = fc.array(fc.tuple(text, text, fc.nat(3), fc.nat(100)), { maxLength: 6 });
  fc.assert(
    fc.property(text, text, told, (title, body, others) => {
      const neighbours = others.map(([itsTitle, itsBody, source, hour], at) =>
        neighbour(at + 1, itsTitle, {
          body: itsBody,
          source: `source-${source}`,
          claimedAt: hours(hour),
          story: at,
        }),
      );
      const placement = placeArticle(article(title, { body, source: 'source-1' }), neighbours);
      const reversed = placeArticle(article(title, { body, source: 'source-1' }), neighbours.toReversed());
      expect(placement.kind).toBe(reversed.kind);
      if (placement.kind === 'opens') return;
      expect(neighbours.map(({ storyId }) => storyId)).toContain(placement.storyId);
      expect(placement.evidence).not.toBe('');
    }),
    { numRuns: 200 },
  );
});
