import { expect, test } from 'vitest';
import { hideQueries, isReadablePath, siteOf, toHttpUrl } from './url';

test.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://host/x', '//host/x', 'nonsense', '', '   '])(
  '%j is no web address',
  (text) => {
    expect(toHttpUrl(text)).toBeUndefined();
  },
);

test('a relative address is read against its page', () => {
  expect(toHttpUrl('../b?q=1', 'https://site.example/x/a')?.href).toBe('https://site.example/b?q=1');
});

test('a site is named without www', () => {
  expect(siteOf('https://www.site.example/feed')).toBe('site.example');
});

test.each([
  ['https://paid.example/feed?key=secret&page=2', 'https://paid.example/feed?…'],
  ['https://paid.example/feed', 'https://paid.example/feed'],
  [
    'It has moved from https://a.example/f?k=1 to “http://b.example/?k=2” for good?',
    'It has moved from https://a.example/f?… to “http://b.example/?…” for good?',
  ],
])('%s is shown to strangers as %s', (text, shown) => {
  expect(hideQueries(text)).toBe(shown);
});

test.each([
  ['/token/bitcoin?x=%', true],
  ['/article/%E6%AF%94%E7%89%B9%E5%B8%81-12', true],
  ['/token/%E0%A4%A', false],
  ['/%', false],
  ['/%zz', false],
])('%s can be read back: %s', (path, readable) => {
  expect(isReadablePath(path)).toBe(readable);
});
