import { expect, test } from 'vitest';
import { siteOf, toHttpUrl } from './url';

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
