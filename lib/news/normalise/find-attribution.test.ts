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

  it.each<[string, Partial<ParsedItem>]>([
    ['its own tail', { summary: 'x The post y appeared first on Harbour Post.' }],
    ['its own source element', { source: { name: 'Harbour Post', url: undefined } }],
    ['its own house under another ending', { link: 'https://news.harbour.test/x' }],
    ['a platform', { link: 'https://medium.com/@harbour/x' }],
  ])('is not somebody else by %s', (_, item) => {
    expect(read(item).attribution).toBeUndefined();
  });
});
