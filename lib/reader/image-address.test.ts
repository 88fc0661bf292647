import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { IMAGE_WIDTHS, readImageAddress, signImage } from './image-address';

const URL_OF_PICTURE = 'https://outlet.example/a b.jpg?x=1&y=ä';

beforeAll(() => void (process.env['SECRET'] = 'a-secret-for-tests-that-is-long-enough'));

test('what was signed is read back', () => {
  expect(readImageAddress(queryOf(signImage(URL_OF_PICTURE, 640)))).toEqual({
    url: URL_OF_PICTURE,
    width: 640,
  });
});

test.each([
  [1, 96],
  [96, 96],
  [97, 160],
  [600, 640],
  [9_999, 1280],
])('a picture %i pixels wide is served at %i', (wanted, width) => {
  expect(readImageAddress(queryOf(signImage(URL_OF_PICTURE, wanted)))?.width).toBe(width);
});

test.each([
  ['another picture', { u: 'https://outlet.example/other.jpg' }],
  ['another size', { w: '1280' }],
  ['a size we do not make', { w: '641' }],
  ['no signature', { s: '' }],
  ['a signature of another length', { s: 'AAAA' }],
  ['a forged signature', { s: 'AAAAAAAAAAAAAAAAAAAAAA' }],
  ['a picture that is a script', { u: 'javascript:alert(1)' }],
])('%s is not taken', (_, change) => {
  const query = queryOf(signImage(URL_OF_PICTURE, 640));
  for (const [name, value] of Object.entries(change)) query.set(name, value);
  expect(readImageAddress(query)).toBeUndefined();
});

test('an address that is signed but is no web address is not taken', () => {
  expect(readImageAddress(queryOf(signImage('file:///etc/passwd', 96)))).toBeUndefined();
  expect(readImageAddress(queryOf(signImage(`https://x.example/${'a'.repeat(3_000)}`, 96)))).toBeUndefined();
});

test('no change of one character keeps a signature right', () => {
  const address = signImage(URL_OF_PICTURE, 640);
  const digits = fc.constantFrom(...'ABCDEFabcdef0123456789-_%&=');
  fc.assert(
    fc.property(fc.nat(address.length - 1), digits, (at, digit) => {
      const changed = address.slice(0, at) + digit + address.slice(at + 1);
      const read = readImageAddress(queryOf(changed));
      // Another spelling of the same request is the same request; base64 leaves spare bits at its end.
      return read === undefined || (read.url === URL_OF_PICTURE && read.width === 640);
    }),
  );
});

test('every size is one of the few', () => {
  fc.assert(
    fc.property(fc.double(), (width) => {
      const made = new Set<number>(IMAGE_WIDTHS);
      return made.has(Number(queryOf(signImage(URL_OF_PICTURE, width)).get('w')));
    }),
  );
});

function queryOf(address: string): URLSearchParams {
  return new URLSearchParams(address.split('?')[1] ?? '');
}
