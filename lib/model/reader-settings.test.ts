import { expect, test } from 'vitest';
import { toReaderSettings } from './reader-settings';

test.each([
  [{}, { theme: 'system', palette: 'classic', zone: 'UTC' }],
  [
    { theme: 'dark', palette: 'inverted', zone: 'Asia/Tokyo' },
    { theme: 'dark', palette: 'inverted', zone: 'Asia/Tokyo' },
  ],
  [
    { theme: 'Dark', palette: '"><script>', zone: 'Mars/Base' },
    { theme: 'system', palette: 'classic', zone: 'UTC' },
  ],
  [
    { theme: '', palette: '', zone: '' },
    { theme: 'system', palette: 'classic', zone: 'UTC' },
  ],
])('the cookies %o are read as %o', (cookies: Readonly<Record<string, string>>, settings) => {
  expect(toReaderSettings((name) => cookies[name])).toEqual(settings);
});
