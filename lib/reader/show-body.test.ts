import { expect, test, vi } from 'vitest';
import { readImageAddress } from './image-address';
import { bodyShowsImage, showBody } from './show-body';

vi.stubEnv('SECRET', 'a secret of at least thirty-two letters');

test('every picture of a body comes from our proxy, under an address that is signed', () => {
  const cleaned =
    '<p>One</p><img alt="a &gt; b" src="https://outlet.example/a.jpg?w=1&amp;name=&quot;x&quot;" />' +
    '<p>Two <img src="https://outlet.example/b.png" width="4" /></p>';
  const sources = [...showBody(cleaned).matchAll(/ src="([^"]*)"/g)].map(([, source = '']) =>
    source.replaceAll('&amp;', '&'),
  );
  expect(sources).toHaveLength(2);
  const asked = sources.map((source) => readImageAddress(new URL(source, 'http://desk').searchParams)?.url);
  expect(asked).toEqual(['https://outlet.example/a.jpg?w=1&name="x"', 'https://outlet.example/b.png']);
});

test('a body without pictures stays as it is', () => {
  const html = '<h2>Heading</h2><p>src="not an image"</p>';
  expect(showBody(html)).toBe(html);
});

test('a body that shows the lead picture is known to', () => {
  const html = '<p><img alt="" src="https://outlet.example/a.jpg?w=1&amp;h=2" /></p>';
  expect(bodyShowsImage(html, 'https://outlet.example/a.jpg?w=1&h=2')).toBe(true);
  expect(bodyShowsImage(html, 'https://outlet.example/b.jpg')).toBe(false);
});

test.each([
  ['one level too deep', '<h3>A</h3><h3>B</h3>', '<h2>A</h2><h2>B</h2>'],
  ['a level left out', '<h2>A</h2><h4>B</h4><h3>C</h3>', '<h2>A</h2><h3>B</h3><h3>C</h3>'],
  ['back up again', '<h2>A</h2><h3>B</h3><h2>C</h2>', '<h2>A</h2><h3>B</h3><h2>C</h2>'],
  ['upside down', '<h4>A</h4><h2>B</h2>', '<h2>A</h2><h2>B</h2>'],
  ['no headings', '<p>h3 and <hr /></p>', '<p>h3 and <hr /></p>'],
])('headings step down one by one: %s', (_, html, shown) => {
  expect(showBody(html)).toBe(shown);
});
