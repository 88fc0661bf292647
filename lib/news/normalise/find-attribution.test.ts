import { describe, expect, it } from 'vitest';
import type { ParsedItem } from '@/lib/model/parsed-feed';
import { LEDE, read, REST, SOURCE } from './testing';

describe('who published first', () => {
  it('is read from the tail, with name and address', () => {
    const content = `<p>${LEDE}</p>${REST}<p>The post <a href="https://lane.example/x">Harbour opens</a> appeared first on <a href="https://lane.example">Lane Ledger</a>.</p>`;
    const article = read({ content });
    expect(article.attribution).toEqual({
      kind: 'appeared-first-on', name: 'Lane Ledger', url: 'https://lane.example/x',
      evidence: 'The post Harbour opens appeared first on Lane Ledger.',
    }); // prettier-ignore
    expect(article.bodyHtml).not.toContain('appeared first');
  });

  it.each([
    ['This article was originally published on Lane Ledger.', 'Lane Ledger'],
    ['La entrada Abre el puerto se publicó primero en Lane Ledger.', 'Lane Ledger'],
    ['Der Beitrag Hafen offen erschien zuerst auf Lane Ledger.', 'Lane Ledger'],
    ['L’article Le port ouvre est apparu en premier sur Lane Ledger.', 'Lane Ledger'],
  ])('%s', (tail, name) => {
    expect(read({ summary: `<p>${LEDE}</p><p>${tail}</p>` })).toMatchObject({
      dek: LEDE,
      attribution: { kind: 'appeared-first-on', name },
    });
  });

  it('leaves the title the tail names standing without that name', () => {
    const summary = `<p>${LEDE}</p><p>The post x appeared first on Lane Ledger .</p>`;
    const article = read({ title: 'Harbour opens wide today | Lane Ledger', summary });
    expect(article).toMatchObject({
      title: 'Harbour opens wide today',
      attribution: { evidence: 'The post x appeared first on Lane Ledger.' },
    });
  });

  it('is read from a <source> element', () => {
    expect(
      read({ source: { name: 'Lane Ledger', url: 'https://lane.example/feed' } }).attribution,
    ).toMatchObject({ kind: 'source-element', name: 'Lane Ledger', url: 'https://lane.example/feed' });
  });

  it('is read from a link to another house', () => {
    expect(read({ link: 'https://lane.example/x' }).attribution).toMatchObject({
      kind: 'canonical-link',
      name: 'lane.example',
    });
  });

  it('is told apart where several sites share a machine without a domain', () => {
    const base = 'http://192.0.2.7/outlets';
    const source = { ...SOURCE, siteUrl: `${base}/harbour/` };
    const tail = (site: string) =>
      `<p>${LEDE}</p><p>The post <a href="${base}/${site}/x">Harbour opens</a> appeared first on <a href="${base}/${site}/">Lane Ledger</a>.</p>`;
    const item = { link: `${base}/harbour/x` };
    expect(read({ ...item, content: tail('lane') }, source).attribution?.url).toBe(`${base}/lane/x`);
    expect(read({ ...item, content: tail('harbour') }, source).attribution).toBeUndefined();
  });

  describe('by the strongest evidence there is', () => {
    const link = 'https://lane.example/x';
    const source = { name: 'Quay News', url: 'https://quay.example/' };
    const tail = '<p>The post Harbour opens appeared first on Wharf Wire.</p>';
    const credit = '<p>Originally published by Jetty Journal.</p>';
    const body = (...ends: string[]) => `<p>${LEDE}</p>${REST}${ends.join('')}`;
    it.each<[string, Partial<ParsedItem>, string]>([
      ['canonical-link', { link, source, content: body(credit, tail) }, 'lane.example'],
      ['source-element', { source, content: body(credit, tail) }, 'Quay News'],
      ['appeared-first-on', { content: body(credit, tail) }, 'Wharf Wire'],
      ['byline', { content: body(credit) }, 'Jetty Journal'],
    ])('%s', (kind, item, name) => {
      expect(read(item).attribution).toMatchObject({ kind, name });
    });
  });

  it('a search engine’s <source> names the house its link leads to', () => {
    const source = { name: 'Lane Ledger', url: 'https://www.lane.example' };
    expect(read({ link: 'https://lane.example/x', source }).attribution).toMatchObject({
      kind: 'canonical-link',
      name: 'Lane Ledger',
      url: 'https://lane.example/x',
    });
  });

  it('a wrapper that hides the address leaves the word to <source>', () => {
    const engine = {
      ...SOURCE,
      name: 'Google News',
      siteUrl: 'https://news.google.com/',
      kind: 'aggregator' as const,
    };
    const link = 'https://news.google.com/rss/articles/CBMiFkFVX3lxTE5jWjRGdjBhUThYbTJrVDfSAQA?oc=5';
    const source = { name: 'Lane Ledger', url: 'https://lane.example' };
    const article = read({ link, source, title: 'Harbour opens wide today - Lane Ledger' }, engine);
    expect(article).toMatchObject({
      title: 'Harbour opens wide today',
      attribution: { kind: 'source-element', name: 'Lane Ledger' },
    });
  });

  it('a credit is kept with its words and where it leads', () => {
    const content = `<p>${LEDE}</p>${REST}<p>Originally published by <a href="https://lane.example/x?utm_source=y">Lane Ledger</a>.</p>`;
    expect(read({ content }).attribution).toEqual({
      kind: 'byline',
      name: 'Lane Ledger',
      url: 'https://lane.example/x',
      evidence: 'Originally published by Lane Ledger.',
    });
  });

  describe('an aggregator', () => {
    const aggregator = { ...SOURCE, kind: 'aggregator' as const };
    it.each<[string, Partial<ParsedItem>, string]>([
      ['names a newsroom as its author', { authors: ['By CoinDesk'] }, 'CoinDesk'],
      [
        'names a newsroom behind the title',
        { title: 'Harbour opens wide today | Cointelegraph' },
        'Cointelegraph',
      ],
      [
        'leads on to where its text is from',
        { content: `<p>${LEDE}</p>${REST}<p><a href="https://lane.example/x">Read the full story</a></p>` },
        'lane.example',
      ],
    ])('%s', (_, item, name) => {
      expect(read(item, aggregator).attribution).toMatchObject({ kind: 'aggregator', name });
      expect(read(item).attribution).toBeUndefined();
    });

    it.each<[string, Partial<ParsedItem>]>([
      ['a person’s name as author', { authors: ['Ada Brook'] }],
      [
        'a link within its text',
        {
          content: `<p>${LEDE}</p>${REST}<p>See <a href="https://lane.example/x">the filing</a> that the owner of the harbour made on Monday.</p>`,
        },
      ],
      [
        'a link to its own site',
        { content: `<p>${LEDE}</p>${REST}<p><a href="https://www.harbour.example/x">Read more</a></p>` },
      ],
    ])('names nobody by %s', (_, item) => {
      expect(read(item, aggregator).attribution).toBeUndefined();
    });
  });

  it.each<[string, Partial<ParsedItem>]>([
    ['a counter of readers', { link: 'https://feedproxy.google.com/~r/harbour/~3/x/' }],
    [
      'its own dateline',
      { content: `<p>Harbour Post reported on November 23 that the gates are open.</p>${REST}` },
    ],
    ['its own tail', { summary: 'x The post y appeared first on Harbour Post.' }],
    ['its own source element', { source: { name: 'Harbour Post', url: undefined } }],
    ['its own house under another ending', { link: 'https://news.harbour.test/x' }],
    ['a platform', { link: 'https://medium.com/@harbour/x' }],
  ])('is not somebody else by %s', (_, item) => {
    expect(read(item).attribution).toBeUndefined();
  });
});
