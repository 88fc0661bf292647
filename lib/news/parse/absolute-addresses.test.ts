import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withAbsoluteAddresses } from './absolute-addresses';

const BASE = 'https://news.example/2026/';
const complete = (markup: string) => withAbsoluteAddresses(markup, BASE);

describe('addresses in HTML', () => {
  it.each([
    ['<a href="/x">x</a>', '<a href="https://news.example/x">x</a>'],
    ["<a href='x'>x</a>", '<a href="https://news.example/2026/x">x</a>'],
    ['<a href=x>x</a>', '<a href="https://news.example/2026/x">x</a>'],
    ['<a\n  class="b"\n  href = "/x"\n>x</a>', '<a\n  class="b"\n  href = "https://news.example/x"\n>x</a>'],
    ['<A HREF="//cdn.example/x">', '<A HREF="https://cdn.example/x">'],
    ['<img alt="a > b" src="p.jpg"/>', '<img alt="a > b" src="https://news.example/2026/p.jpg"/>'],
    ['<img alt="a"src="p.jpg">', '<img alt="a"src="https://news.example/2026/p.jpg">'],
    [
      '<img src="p.jpg" longdesc="d" alt="c">',
      '<img src="https://news.example/2026/p.jpg" longdesc="https://news.example/2026/d" alt="c">',
    ],
    ['<a href="?a=1&amp;b=2">', '<a href="https://news.example/2026/?a=1&amp;b=2">'],
    ['<a href="?a=1&b=2">', '<a href="https://news.example/2026/?a=1&amp;b=2">'],
    ['<a href="&#47;x">', '<a href="https://news.example/x">'],
    ['<a href="a b">', '<a href="https://news.example/2026/a%20b">'],
    ['1 < 2 <a href="/x">', '1 < 2 <a href="https://news.example/x">'],
    ['<!-- a --><a href="/x">', '<!-- a --><a href="https://news.example/x">'],
    [
      '<script>"<a href=/y>"</script><a href="/x">',
      '<script>"<a href=/y>"</script><a href="https://news.example/x">',
    ],
    ['</p/><a href="/x">', '</p/><a href="https://news.example/x">'],
  ])('%j', (written, completed) => {
    expect(complete(written)).toBe(completed);
  });

  it.each([
    ['whole', '<a href="https://else.example/x">'],
    ['a place in the text', '<a href="#x">'],
    ['a letter', '<a href="mailto:desk@news.example">'],
    ['another scheme', '<a href="tel:123">'],
    ['empty', '<a href="">'],
    ['in a comment', '<!-- <a href="/x"> --> after'],
    ['in a comment without an end', '<p>x</p><!-- <a href="/x">'],
    ['in a CDATA section', '<![CDATA[ <a href="/x"> ]]>'],
    ['in an instruction', '<?php href="/x" ?>'],
    ['in a text', 'Write href="/x" into it, or src=\'y\'.'],
    ['in an example', '<pre>&lt;a href="/x"&gt;  src="/y"</pre>'],
    ['in the value of another attribute', '<p title=\' href="/x" \'>'],
    ['of a name that only ends alike', '<p data-href="/x" xlink:href="/y" nosrc="z">'],
    ['in a text field', '<textarea><a href="/x"></textarea>'],
    ['in a tag without an end', '<p>x</p><a href="/x"'],
    ['in a tag whose quotes do not end', '<a title="x href=/x'],
  ])('%s: stays as written', (_, written) => {
    expect(complete(written)).toBe(written);
  });

  it('leaves all as it is where nothing is known to start from', () => {
    expect(withAbsoluteAddresses('<a href="/x">', undefined)).toBe('<a href="/x">');
    expect(withAbsoluteAddresses('<a href="/x">', 'nonsense')).toBe('<a href="/x">');
  });

  it('changes nothing the second time, whatever is written', () => {
    const piece = fc.constantFrom(
      ...[
        '<',
        '>',
        '"',
        "'",
        '=',
        ' ',
        '/',
        '!',
        '-',
        '&',
        'a',
        ' href',
        ' src="',
        '<img',
        '<!--',
        '-->',
        'x',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const once = complete(pieces.join(''));
        expect(complete(once)).toBe(once);
      }),
    );
  });

  it.each([
    '<a ',
    '<a href="x" ',
    '<a href=\'x" ',
    '<',
    '<!--',
    '<script href=/x>',
    '<a b=c/',
    '<a = = ',
    '" href=x',
  ])('200,000 characters of %j take no time to speak of', (piece) => {
    const start = process.cpuUsage();
    complete(`<p href="/x">${piece.repeat(200_000 / piece.length)}`);
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(1_000);
  });
});
