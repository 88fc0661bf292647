import { expect, test } from 'vitest';
import { toFeedAddress } from './feed-address';

test.each([
  ['https://outlet.example/feed', 'https://outlet.example/feed'],
  ['  https://outlet.example/feed#top ', 'https://outlet.example/feed'],
  ['outlet.example', 'https://outlet.example/'],
  ['outlet.example:8080/rss', 'https://outlet.example:8080/rss'],
  ['127.0.0.1:4801/rss', 'http://127.0.0.1:4801/rss'],
  ['localhost:4801', 'http://localhost:4801/'],
  ['[::1]:80/rss', 'http://[::1]/rss'],
  ['feed://outlet.example/rss', 'https://outlet.example/rss'],
  ['feed:https://outlet.example/rss', 'https://outlet.example/rss'],
  ['HTTP://Outlet.Example/A?b=C', 'http://outlet.example/A?b=C'],
  ['http://127.0.0.1:4801/rss', 'http://127.0.0.1:4801/rss'],
  ['http://[::1]/rss', 'http://[::1]/rss'],
  ['“https://outlet.example/feed”', 'https://outlet.example/feed'],
  ['<https://outlet.example/feed>', 'https://outlet.example/feed'],
  ['https://новости.example/лента', 'https://xn--b1amnebsh.example/%D0%BB%D0%B5%D0%BD%D1%82%D0%B0'],
])('%s means %s', (input, address) => {
  expect(toFeedAddress(input)).toBe(address);
});

test.each([
  '',
  'bitcoin',
  'not a url',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'ftp://outlet.example/rss',
  'mailto:desk@outlet.example',
  'https://user:password@outlet.example/rss',
  'https://',
  'https://outlet..example/rss',
  `https://${'a'.repeat(64)}.example/rss`,
  `https://${'abc.'.repeat(70)}example/rss`,
  `https://outlet.example/${'a'.repeat(2_100)}`,
])('%j is no address of a feed', (input) => {
  expect(toFeedAddress(input)).toBeUndefined();
});
