import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalUrl, cleanUrl } from './canonical-url';

describe('the address a reader follows', () => {
  it.each([
    ['https://a.example/x?utm_source=rss&utm_medium=feed', 'https://a.example/x'],
    ['https://a.example/x?id=7&fbclid=abc&page=2', 'https://a.example/x?id=7&page=2'],
    ['https://a.example/x?ref=rss', 'https://a.example/x'],
    ['https://a.example/x?ref=section-4', 'https://a.example/x?ref=section-4'],
    ['https://a.example/x?source=RSS_feed', 'https://a.example/x'],
    ['https://a.example/x?lang=zh&type=NEWS', 'https://a.example/x?lang=zh&type=NEWS'],
    ['https://a.example/x#comments', 'https://a.example/x'],
    ['https://a.example/#!/x', 'https://a.example/#!/x'],
    ['https://a.example/x?a=1&amp;b=2', 'https://a.example/x?a=1&b=2'],
    ['https://name:secret@a.example/x', 'https://a.example/x'],
    ['https://www.google.com/url?q=1&url=https%3A%2F%2Fb.example%2Fy%3Futm_id%3D3', 'https://b.example/y'],
    ['https://A.Example:443/X', 'https://a.example/X'],
    ['https://a.example/x?a=1&amp;amp;utm_source=rss', 'https://a.example/x?a=1'],
    ['https://a.example/x?rss=1', 'https://a.example/x'],
    ['https://a.example/x?from=1', 'https://a.example/x?from=1'],
    ['https://a.example/x?_ga=2.1&q=%20z', 'https://a.example/x?q=+z'],
    ['https://a.example/x?q=%20z', 'https://a.example/x?q=%20z'],
    ['https://out.reddit.com/?url=https%3A%2F%2Fb.example%2Fy&token=1', 'https://b.example/y'],
    ['https://www.google.com/url?q=https://b.example/y&sa=U', 'https://b.example/y'],
    [
      'https://www.google.com/url?url=javascript:alert(1)',
      'https://www.google.com/url?url=javascript:alert(1)',
    ],
    ['/x', 'https://site.example/x'],
    ['//b.example/x', 'https://b.example/x'],
    ['https://例え.example/新聞', 'https://xn--r8jz45g.example/%E6%96%B0%E8%81%9E'],
  ])('%s → %s', (written, clean) => {
    expect(cleanUrl(written, 'https://site.example/feed')).toBe(clean);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'mailto:a@b.example',
    '',
    '   ',
    'http://',
    `https://a.example/${'x'.repeat(3_000)}`,
  ])('nobody is sent to "%.40s"', (written) => {
    expect(cleanUrl(written)).toBeUndefined();
  });
});

describe('AMP forms are undone', () => {
  it.each([
    ['https://a.example/2026/11/harbour-opens-again/amp/', 'https://a.example/2026/11/harbour-opens-again/'],
    ['https://a.example/news/harbour-opens-again/amp', 'https://a.example/news/harbour-opens-again'],
    ['https://a.example/amp/news/harbour-opens-again', 'https://a.example/news/harbour-opens-again'],
    ['https://a.example/news/harbour-opens.amp.html', 'https://a.example/news/harbour-opens.html'],
    ['https://a.example/x?amp=1', 'https://a.example/x'],
    ['https://a.example/x?amp', 'https://a.example/x'],
    ['https://a.example/x?id=7&outputType=amp', 'https://a.example/x?id=7'],
    ['https://www.google.com/amp/s/a.example/x-1234/amp/', 'https://a.example/x-1234/'],
    ['https://www.google.co.uk/amp/a.example/x', 'http://a.example/x'],
    ['https://a-example.cdn.ampproject.org/c/s/a.example/x?amp_js_v=0', 'https://a.example/x?amp_js_v=0'],
    ['https://cdn.ampproject.org/v/s/www.a.example/story-1234/amp?amp=1', 'https://www.a.example/story-1234'],
  ])('%s → %s', (written, clean) => {
    expect(cleanUrl(written)).toBe(clean);
  });

  it.each([
    'https://a.example/price/amp',
    'https://a.example/tag/amp/',
    'https://a.example/amp/price-prediction',
    'https://a.example/x?amp=price',
    'https://a.example/camp/x',
    'https://www.google.com/amp/',
    'https://cdn.ampproject.org/rtv/012/v0.js',
  ])('%s is no AMP form', (url) => {
    expect(cleanUrl(url)).toBe(url);
  });
});

describe('the wrappers of Google News', () => {
  const wrap = (text: string, prefix = [0x08, 0x13]) =>
    Buffer.from([...prefix, 0x22, text.length, ...Buffer.from(text), 0xd2, 0x01, 0x00]).toString('base64url');

  it.each(['rss/articles', 'articles', 'read', '__i/rss/rd/articles'])('are undone below /%s', (path) => {
    const id = wrap('https://b.example/harbour-opens?utm_source=x');
    expect(cleanUrl(`https://news.google.com/${path}/${id}?oc=5`)).toBe('https://b.example/harbour-opens');
  });

  it('are read where the address is longer than one byte can say', () => {
    const long = `https://b.example/${'x'.repeat(150)}`;
    const length = [(long.length & 0x7f) | 0x80, long.length >> 7];
    const id = Buffer.from([0x08, 0x13, 0x22, ...length, ...Buffer.from(long)]).toString('base64url');
    expect(cleanUrl(`https://news.google.com/rss/articles/${id}`)).toBe(long);
  });

  it.each([
    wrap('AU_yqLNcZ4Fv0aQ8Xm2kT7'),
    wrap('javascript:alert(1)//xxxxxxxx'),
    'CBMi',
    'xxxxxxxxxxxxxxxxxxxxxxxx',
  ])('stay where they hold no address: %s', (id) => {
    const url = `https://news.google.com/rss/articles/${id}`;
    expect(cleanUrl(url)).toBe(url);
  });
});

describe('the identity of an address', () => {
  it.each([
    ['http://a.example/x', 'https://a.example/x'],
    ['http://a.example./x', 'https://a.example/x'],
    ['http://a.example:8080/x', 'http://a.example:8080/x'],
    ['http://127.0.0.1:4300/x', 'http://127.0.0.1:4300/x'],
    ['http://127.0.0.1/x', 'http://127.0.0.1/x'],
    ['https://amp.a.example/x', 'https://a.example/x'],
    ['https://amp.dev/x', 'https://amp.dev/x'],
    ['https://feedproxy.google.com/~r/a/~3/x/', 'https://feedproxy.google.com/~r/a/~3/x/'],
  ])('%s → %s', (written, canonical) => {
    expect(canonicalUrl(written)).toBe(canonical);
  });

  it('does not change when it is taken again', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), oddUrl()),
        (url) => {
          const once = canonicalUrl(url);
          expect(once === undefined ? undefined : canonicalUrl(once)).toBe(once);
          expect(once ?? 'https://').toMatch(/^https?:\/\//);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

/** Addresses put together from what wrappers, counters and AMP forms are made of. */
function oddUrl(): fc.Arbitrary<string> {
  const host = fc.constantFrom(
    'amp.a.example', 'amp.amp.a.example', 'a.example', 'a.example..', 'www.google.com', 'news.google.com', 'x.cdn.ampproject.org',
    'l.facebook.com', 'vk.com', 'user:x@a.example', 'medium.com', 'javascript:x',
  ); // prettier-ignore
  const part = fc.constantFrom(
    'amp', 'AMP', 's', 'c', 'url', 'l.php', 'r', '', 'story-of-the-day', 'x.amp.html', 'x.amp.amp', '2026', 'a.example', '%2e%2e', '..',
    'away.php', 'amp.b.example', 'articles', 'CBMiGmh0dHBzOi8vYi5leGFtcGxlL3gvYW1wL2FtcC8',
  ); // prettier-ignore
  const parameter = fc.constantFrom(
    'amp=1', 'amp', 'utm_source=x', 'url=https%3A%2F%2Famp.b.example%2Famp', 'u=https://www.google.com/url?q=https://c.example/?amp=1',
    'to=http://d.example/x-1234/amp/amp', 'q=a%20b', 'amp;amp;utm_x=1', '&amp;gclid=1', 'ref=rss', 'q=//e.example',
  ); // prettier-ignore
  return fc
    .tuple(host, fc.array(part, { maxLength: 6 }), fc.array(parameter, { maxLength: 4 }))
    .map(([name, parts, parameters]) => `http://${name}/${parts.join('/')}?${parameters.join('&')}`);
}
