import { expect, test, vi } from 'vitest';
import { readImageAddress } from './image-address';
import { bodyShowsImage, signBodyImages } from './sign-body-images';

vi.stubEnv('SECRET', 'a secret of at least thirty-two letters');

test('every picture of a body comes from our proxy, under an address that is signed', () => {
  const cleaned =
    '<p>One</p><img alt="a &gt; b" src="https://outlet.example/a.jpg?w=1&amp;name=&quot;x&quot;" />' +
    '<p>Two <img src="https://outlet.example/b.png" width="4" /></p>';
  const sources = [...signBodyImages(cleaned).matchAll(/ src="([^"]*)"/g)].map(([, source = '']) =>
    source.replaceAll('&amp;', '&'),
  );
  expect(sources).toHaveLength(2);
  const asked = sources.map((source) => readImageAddress(new URL(source, 'http://desk').searchParams)?.url);
  expect(asked).toEqual(['https://outlet.example/a.jpg?w=1&name="x"', 'https://outlet.example/b.png']);
});

test('a body without pictures stays as it is', () => {
  const html = '<h2>Heading</h2><p>src="not an image"</p>';
  expect(signBodyImages(html)).toBe(html);
});

test('a body that shows the lead picture is known to', () => {
  const html = '<p><img alt="" src="https://outlet.example/a.jpg?w=1&amp;h=2" /></p>';
  expect(bodyShowsImage(html, 'https://outlet.example/a.jpg?w=1&h=2')).toBe(true);
  expect(bodyShowsImage(html, 'https://outlet.example/b.jpg')).toBe(false);
});
