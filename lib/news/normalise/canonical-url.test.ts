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

describe('the identity of an address', () => {
  it.each([
    ['http://a.example/x', 'https://a.example/x'],
    ['http://a.example./x', 'https://a.example/x'],
    ['http://a.example:8080/x', 'http://a.example:8080/x'],
    ['http://127.0.0.1:4300/x', 'http://127.0.0.1:4300/x'],
    ['http://127.0.0.1/x', 'http://127.0.0.1/x'],
  ])('%s → %s', (written, canonical) => {
    expect(canonicalUrl(written)).toBe(canonical);
  });

  it('does not change when it is taken again', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const once = canonicalUrl(url);
        expect(once === undefined ? undefined : canonicalUrl(once)).toBe(once);
      }),
    );
  });
});
