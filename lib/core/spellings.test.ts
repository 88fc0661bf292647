import { expect, test } from 'vitest';
import { spellingsOf } from './spellings';

test('an address is known by scheme, www. and last slash in every combination, itself first', () => {
  const spellings = spellingsOf('http://www.a.example/feed/?x=1');
  expect(spellings[0]).toBe('http://www.a.example/feed/?x=1');
  expect(spellings.toSorted()).toEqual(
    [
      'http://a.example/feed/?x=1',
      'http://a.example/feed?x=1',
      'http://www.a.example/feed/?x=1',
      'http://www.a.example/feed?x=1',
      'https://a.example/feed/?x=1',
      'https://a.example/feed?x=1',
      'https://www.a.example/feed/?x=1',
      'https://www.a.example/feed?x=1',
    ].toSorted(),
  );
});

test.each([
  ['http://127.0.0.1:4000/feed', ['http://127.0.0.1:4000/feed', 'http://127.0.0.1:4000/feed/']],
  ['http://[::1]:80/', ['http://[::1]/', 'https://[::1]/']],
  ['https://localhost/x', 4],
  ['no address', ['no address']],
])('%s has no more than it can have', (address, expected) => {
  const spellings = spellingsOf(address);
  if (typeof expected === 'number') expect(spellings).toHaveLength(expected);
  else expect(spellings).toEqual(expected);
});
