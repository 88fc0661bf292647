import { parseDocument } from 'htmlparser2';
import { expect, it } from 'vitest';
import { writeHtml } from './write-html';

it.each([
  ['<p>a &lt;b&gt; &amp; c</p>', '<p>a &lt;b&gt; &amp; c</p>'],
  ['<img alt="a > b &quot;c&quot; <img src=x>">', '<img alt="a &gt; b &quot;c&quot; &lt;img src=x&gt;" />'],
  ['a<br>b<hr>', 'a<br />b<hr />'],
  ['<p>\u202Egnp.exe\u0000\u2066x</p>', '<p>gnp.exex</p>'],
  ['<!-- c --><p>港口 ميناء\u200D</p>', '<p>港口 ميناء\u200D</p>'],
])('%s', (html, written) => {
  expect(writeHtml(parseDocument(html).children)).toBe(written);
});
