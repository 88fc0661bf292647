import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEDE, normalise, read, REST, SEEN_AT } from './testing';

describe('address and id', () => {
  it('counters go, the feed’s own id stays', () => {
    expect(read({})).toMatchObject({
      guid: 'hp-1',
      url: 'https://www.harbour.example/a',
      canonicalUrl: 'https://www.harbour.example/a',
    });
  });

  it('the publisher’s address goes before a counter’s', () => {
    expect(
      read({ link: 'https://feeds.example/~r/1', originalLink: 'https://www.harbour.example/b' }).url,
    ).toBe('https://www.harbour.example/b');
  });

  it('a counter’s address stays only where there is no other', () => {
    const link = 'https://feedproxy.google.com/~r/harbour/~3/x/';
    expect(read({ link, guid: 'hp-1' }).url).toBe(link);
    expect(read({ link, guid: 'https://www.harbour.example/c' }).url).toBe('https://www.harbour.example/c');
    expect(read({ guid: 'https://www.harbour.example/c' }).url).toBe('https://www.harbour.example/a');
  });

  it('a permalink id is the address where there is no link, and the address is the id where there is none', () => {
    expect(read({ link: undefined, guid: 'https://www.harbour.example/c', guidIsPermalink: true }).url).toBe(
      'https://www.harbour.example/c',
    );
    expect(read({ guid: undefined }).guid).toBe('https://www.harbour.example/a');
  });

  it.each([[undefined], ['javascript:alert(1)'], ['mailto:a@b.example']])(
    'an item with the link %s is left out and named',
    (link) => {
      const result = normalise({ link });
      expect(result).toMatchObject({ kind: 'rejected', reason: expect.stringContaining('Harbour opens') });
    },
  );
});

describe('titles', () => {
  it.each([
    ['Q&amp;A: what&amp;#8217;s next', 'Q&A: what’s next'],
    ['  Two \n lines ', 'Two lines'],
    ['<b>Bold</b> &lt;i&gt;claims&lt;/i&gt;', 'Bold claims'],
    ['AT&T beats 5 < 6 rivals', 'AT&T beats 5 < 6 rivals'],
    ['Harbour opens wide today - Harbour Post', 'Harbour opens wide today'],
    ['Harbour opens wide today - Lane Post', 'Harbour opens wide today - Lane Post'],
    ['Rev\u202Eersed\u200B', 'Reversed'],
    ['比特币突破十万美元', '比特币突破十万美元'],
  ])('%s → %s', (title, clean) => {
    expect(read({ title }).title).toBe(clean);
  });

  it('are made of the first sentence where there is none', () => {
    expect(read({ title: undefined, summary: '<p>Gates are open. Ships wait.</p>' }).title).toBe(
      'Gates are open.',
    );
    expect(normalise({ title: undefined })).toMatchObject({ kind: 'rejected' });
  });
});

describe('standfirst and body', () => {
  it('a long excerpt that says it is cut off is a standfirst, not a body', () => {
    const article = read({
      summary: `<p>${LEDE} ${'The tide waits for nobody. '.repeat(10)} And […]</p>`,
    });
    expect(article.bodyHtml).toBeUndefined();
    expect(article.dek).toMatch(/^The harbour opened.*…$/);
  });

  it('an excerpt is the standfirst, without invitation and tail', () => {
    const article = read({
      summary: `<p>${LEDE} [&#8230;]</p><p>The post <a href="/a">Harbour opens</a> appeared first on <a href="/">Harbour Post</a>.</p>`,
    });
    expect(article).toMatchObject({ dek: LEDE, bodyHtml: undefined, bodyText: '', attribution: undefined });
  });

  it.each([
    'Continue reading Harbour opens. At last!',
    'Read more',
    'Weiterlesen …',
    '阅读全文',
    'اقرأ المزيد',
    '[…]',
  ])('a body does not end in "%s"', (invitation) => {
    const article = read({ content: `<p>${LEDE}</p>${REST}${REST}<p><a href="/a">${invitation}</a></p>` });
    expect(article.bodyText.endsWith('the tide.')).toBe(true);
  });

  it.each([
    ['The tide is out. Continue reading', 'The tide is out.'],
    ['The tide is out […] Read more »', 'The tide is out…'],
    ['Investors will continue reading the market', 'Investors will continue reading the market'],
  ])('%s → %s', (summary, dek) => {
    expect(read({ summary }).dek).toBe(dek);
  });

  it('a lede glued to itself is shown once', () => {
    expect(read({ summary: `${LEDE}${LEDE}` }).dek).toBe(LEDE);
    expect(read({ summary: `${LEDE} ${LEDE.slice(0, 60)}…` }).dek).toBe(LEDE);
    expect(read({ content: `<p>${LEDE}${LEDE}</p>${REST}${REST}` }).bodyText.split(LEDE)).toHaveLength(2);
  });

  it('an excerpt that repeats the body’s beginning is dropped', () => {
    const content = `<p>${LEDE}</p>${REST}${REST}`;
    expect(read({ summary: `${LEDE.slice(0, 70)}…`, content })).toMatchObject({
      dek: undefined,
      bodyText: expect.stringContaining('Paragraph 5'),
    });
    expect(read({ summary: 'What it means for shipping, in short.', content }).dek).toBe(
      'What it means for shipping, in short.',
    );
  });

  it('a Chinese excerpt that repeats the body’s beginning is dropped too', () => {
    const lede = '据港口方面周一消息，在经历了有记录以来最长的一次关闭之后，港口于周一早间重新开放大门。';
    expect(
      read({
        title: '港口重新开放',
        summary: lede,
        content: `<p>${lede}</p>${'<p>更多消息将于稍后公布，请持续关注后续报道。</p>'.repeat(20)}`,
      }).dek,
    ).toBeUndefined();
  });

  it('the title does not stand above the body again, nor before the excerpt', () => {
    expect(read({ content: `<h1>Harbour opens</h1><p>${LEDE}</p>${REST}${REST}` }).bodyHtml).not.toContain(
      'Harbour opens',
    );
    expect(read({ summary: `Harbour opens. ${LEDE}` }).dek).toBe(LEDE);
    expect(read({ summary: 'Harbour opens' }).dek).toBeUndefined();
  });

  it('a long description alone is the body', () => {
    const article = read({ summary: `<p>${LEDE}</p>${REST}${REST}` });
    expect(article.dek).toBeUndefined();
    expect(article.bodyText.startsWith(LEDE)).toBe(true);
  });

  it('empty paragraphs go, scripts of any language keep their letters', () => {
    const { bodyHtml } = read({ content: `<p> </p><div><p>&nbsp;</p></div><p>港口 ميناء</p>${REST}${REST}` });
    expect(bodyHtml).toMatch(/^<p>港口 ميناء<\/p>/);
  });
});

describe('the picture', () => {
  const body = `<p><img src="https://cdn.example/pic-1024x576.jpg?w=9" alt="A crane"></p><p>${LEDE}</p>${REST}${REST}`;
  it.each([
    ['https://cdn.example/pic.jpg', 'https://cdn.example/pic.jpg'],
    [undefined, 'https://cdn.example/pic-1024x576.jpg?w=9'],
  ])('%s stands above the text, not also in it', (image, url) => {
    const article = read({ image, content: body });
    expect(article.image).toEqual({ url, alt: 'A crane' });
    expect(article.bodyHtml).not.toContain('<img');
  });

  it('of another name leaves those of the body in place', () => {
    expect(read({ image: 'https://cdn.example/other.jpg', content: body }).bodyHtml).toContain(
      'pic-1024x576',
    );
  });

  it('is missing where only icons are to be had', () => {
    expect(read({ content: `<img src="/i.png" width="32" height="32">${REST}` }).image).toBeUndefined();
  });
});

describe('dates', () => {
  it.each([
    ['2026-11-23T11:00:00Z', '2026-11-23T11:00:00.000Z', false],
    ['2026-11-23T13:00:00Z', '2026-11-23T12:00:00.000Z', true],
    ['1970-01-01T00:00:00Z', undefined, false],
  ])('claimed %s → %s, clamped: %s', (claim, claimedAt, claimClamped) => {
    const article = read({ date: new Date(claim) });
    expect([article.claimedAt?.toISOString(), article.claimClamped]).toEqual([claimedAt, claimClamped]);
  });

  it('a missing one stays missing', () => {
    expect(read({ date: undefined })).toMatchObject({
      claimedAt: undefined,
      claimClamped: false,
      firstSeenAt: SEEN_AT,
    });
  });
});

it('names and categories are tidied', () => {
  const article = read({
    authors: ['A. Writer', 'admin', 'https://a.example', 'A. Writer'],
    categories: ['De&amp;Fi', '', 'de&fi', 'x'.repeat(99), 'Ports'],
  });
  expect(article).toMatchObject({ author: 'A. Writer', categories: ['de&fi', 'Ports'] });
});

it('any item gives an article or a reason', () => {
  const text = fc.option(
    fc.oneof(
      fc.string(),
      fc.constantFrom('<p>', 'x'.repeat(900), '<img src=x>', '\u0000'),
      fc.string({ unit: 'binary' }),
    ),
    { nil: undefined },
  );
  const items = fc.record({
    guid: text,
    link: fc.oneof(text, fc.webUrl()),
    title: text,
    summary: text,
    content: text,
    image: text,
  });
  fc.assert(
    fc.property(items, (item) => {
      const result = normalise(item);
      if (result.kind === 'rejected') {
        expect(result.reason).toMatch(/\.$/);
        return;
      }
      expect(JSON.stringify(result.article)).not.toContain('\\u0000');
      expect(result.article.title).not.toBe('');
    }),
  );
});
