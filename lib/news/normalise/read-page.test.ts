import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPage } from './read-page';

const URL = 'https://www.harbour.example/news/harbour-opens';
const TITLE = 'Harbour opens';
const TEXT = Array.from(
  { length: 6 },
  (_, index) =>
    `<p>Paragraph ${index} tells of ships, of cranes and of the tide, which waits for nobody in this harbour.</p>`,
).join('\n');

function page({ head = '', body = TEXT, lang = 'en' } = {}): string {
  return `<!doctype html><html lang="${lang}"><head><title>${TITLE} | Harbour Post</title>${head}</head><body>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/b">Markets</a></li></ul></nav>
    <article><h1>${TITLE}</h1>${body}</article>
    <aside><h2>Most read</h2><ul><li><a href="/x">Another headline</a></li></ul></aside>
    <footer>All rights reserved, and so on.</footer></body></html>`;
}

const read = (html: string, url = URL) => readPage({ html, url, title: TITLE });

describe('an article’s page', () => {
  it('is read down to its text, without navigation, neighbours and its own title', () => {
    const reading = read(page());
    expect(reading).toMatchObject({ kind: 'page', language: 'en', canonicalUrl: undefined });
    if (reading.kind !== 'page') return;
    expect(reading.bodyText.split('\n')).toHaveLength(6);
    expect(reading.bodyHtml).not.toMatch(/Most read|Markets|rights reserved|<h[1-6]|class=|id=/);
  });

  it('keeps links and pictures with whole addresses, and nothing that runs', () => {
    const body = `${TEXT}<p onclick="x()">See <a href="/y?utm_source=z" onmouseover="x()">this</a> or <a href="javascript:x()">that</a>.</p>
      <figure><img src="/p.jpg" onerror="x()" width="640" height="400"><figcaption>A crane</figcaption></figure><p><img src="/q.jpg" width="640" height="400" alt="Ships"></p>
      <script>x()</script><iframe src="//evil.example"></iframe><svg><script>x()</script></svg>`;
    const reading = read(page({ body }));
    if (reading.kind !== 'page') throw new Error(reading.message);
    expect(reading.bodyHtml).toContain('href="https://www.harbour.example/y"');
    expect(reading.bodyHtml).toContain('src="https://www.harbour.example/q.jpg"');
    expect(reading.bodyHtml).not.toMatch(/onclick|onmouseover|onerror|javascript:|<script|<iframe|<svg/);
  });

  it('begins with the text itself, not with what stands beside the title, and in no wrapper', () => {
    const dek = 'The quay opens again after nine days of repairs.';
    const body = `<div class="post"><div><p class="dek">${dek}</p><p>Harbour Post · 2026-11-24T03:26:36Z</p>${TEXT}</div></div>`;
    const reading = readPage({ html: page({ body }), url: URL, title: TITLE, dek });
    if (reading.kind !== 'page') throw new Error(reading.message);
    expect(reading.bodyText).not.toContain('repairs');
    expect(reading.bodyText).not.toContain('2026-11-24');
    expect(reading.bodyHtml).toMatch(/^<p>/);
  });

  it('says where it lives and in which language it is', () => {
    const head = '<link rel="canonical" href="https://lane.example/x?utm_source=y"><base href="/deep/">';
    expect(read(page({ head, lang: 'de-AT', body: TEXT.replaceAll(/[a-z]/g, '1') }))).toMatchObject({
      canonicalUrl: 'https://lane.example/x',
      language: 'de',
    });
  });

  it.each([
    '<link rel="canonical" href="https://www.harbour.example/">',
    '<link rel="canonical" href="javascript:x()">',
    '<link rel="canonical">',
    '',
  ])('does not live at %s', (head) => {
    expect(read(page({ head }))).toMatchObject({ kind: 'page', canonicalUrl: undefined });
  });
});

it('tags that may be left out may be left out', () => {
  const html = `<!doctype html><html lang="fr"><title>x</title><link rel=canonical href="/y"><h1>${TITLE}</h1>${TEXT}`;
  expect(read(html)).toMatchObject({ kind: 'page', canonicalUrl: 'https://www.harbour.example/y' });
  expect(read(TEXT)).toMatchObject({ kind: 'page', bodyText: expect.stringContaining('Paragraph 5') });
});

describe('a page without an article says so', () => {
  it.each([
    ['that is empty', '', /no text/],
    ['that asks for cookies', '<html><body><p>Please accept our cookies.</p></body></html>', /no text/],
    ['that is no HTML', 'not html at all', /no text/],
    ['of control characters', '\u0000\u0001<', /no text/],
    ['of frames', '<html><frameset><frame src="/a"></frameset></html>', /no text/],
    ['nested without end', `<body>${'<div>'.repeat(300)}x`, /nested/],
    ['of too many elements', `<body>${'<p>x</p>'.repeat(30_000)}`, /elements/],
    ['that is too large', 'x'.repeat(2_000_001), /2 MB/],
  ])('%s', (_, html, message) => {
    expect(read(html)).toMatchObject({ kind: 'no-article', message: expect.stringMatching(message) });
  });

  it('whatever its bytes are', () => {
    const piece = fc.constantFrom(
      '<p>', '</p>', '<body>', '</body>', '<html>', '<table>', '<tr>', '<head>', '<base href="x:">', '<link rel=canonical href=', '>', '"',
      '<!--', '-->', '<![CDATA[', ']]>', TEXT, '<article>', '</article>', '<br/>', '<svg>', '<title>', '<noscript><img src=x></noscript>', '\u0000',
    ); // prettier-ignore
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        expect(['page', 'no-article']).toContain(read(pieces.join('')).kind);
      }),
    );
  });
});
