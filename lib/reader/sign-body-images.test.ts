import { expect, test, vi } from 'vitest';
import { cleanHtml } from '@/lib/news/normalise/clean-html';
import { readImageAddress } from './image-address';
import { bodyShowsImage, signBodyImages } from './sign-body-images';

vi.stubEnv('SECRET', 'a secret of at least thirty-two letters');

const PICTURE = 'https://outlet.example/a.jpg?w=1&name="x"';

test('every picture of a body comes from our proxy, under an address that is signed', () => {
  const cleaned = cleanHtml(
    `<p>One</p><img alt="a > b" src='${PICTURE}'><p>Two <img src="/b.png"></p>`,
    'https://outlet.example/',
  );
  const sources = [...signBodyImages(cleaned).matchAll(/ src="([^"]*)"/g)].map(([, source = '']) =>
    source.replaceAll('&amp;', '&'),
  );
  expect(sources).toHaveLength(2);
  const asked = sources.map((source) => readImageAddress(new URL(source, 'http://desk').searchParams)?.url);
  expect(asked.map((url) => new URL(url ?? '').pathname)).toEqual(['/a.jpg', '/b.png']);
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
