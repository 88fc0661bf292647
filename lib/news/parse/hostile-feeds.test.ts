import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFeed } from './parse-feed';
import { repairXml } from './repair-xml';
import { readXml } from './read-xml';

const MAX_MS = 15_000;

/** Each of these took some parser seconds to minutes, or made it never answer. */
describe('attacks end soon', () => {
  it.each([
    ['an 80 kB description of a<p', item(`<![CDATA[${'a<p'.repeat(27_000)}]]>`)],
    ['a megabyte of escaped tag beginnings', item('a&lt;p'.repeat(170_000))],
    ['a megabyte of tag beginnings', item('a<p'.repeat(330_000))],
    ['a megabyte of less-thans', item('<'.repeat(1_000_000))],
    ['a megabyte of ampersands', item('&'.repeat(1_000_000))],
    ['tags with open quotes', item('<a "'.repeat(250_000))],
    ['a tag of blanks', item(`<a${' '.repeat(2_000_000)}`)],
    ['unclosed elements', item('<b>'.repeat(300_000))],
    ['deep nesting', item('<b>'.repeat(100_000) + '</b>'.repeat(100_000))],
    ['unclosed sections', item('<![CDATA['.repeat(100_000))],
    ['unclosed comments', item('<!--'.repeat(250_000))],
    ['unclosed comments before the feed', `${'<!--'.repeat(250_000)}${item('x')}`],
    ['blanks before the feed', `${' '.repeat(4_000_000)}${item('x')}`],
    ['a flood of namespaces', `<rss ${'xmlns:a="b" '.repeat(100_000)}><channel/></rss>`],
    [
      'a date of blanks and brackets',
      item(`x</description><pubDate>${'( '.repeat(100_000)}</pubDate><description>`),
    ],
    [
      'an entity that doubles itself',
      `<!DOCTYPE a [<!ENTITY b "&c;&c;"><!ENTITY c "&b;&b;">]>${item('&b;')}`,
    ],
    ['many items', `<rss><channel>${'<item><title>x</title></item>'.repeat(30_000)}</channel></rss>`],
  ])('%s', async (_, text) => {
    const start = performance.now();
    await parseFeed(Buffer.from(text));
    expect(performance.now() - start).toBeLessThan(MAX_MS);
  });
});

it('no element or attribute name reaches an object it should not', async () => {
  const text =
    '<rss><channel><__proto__><a>1</a></__proto__><item __proto__="x"><constructor/><title __proto__="y" _="z">ok</title></item></channel></rss>';
  const parsed = await parseFeed(Buffer.from(text));
  expect(parsed).toMatchObject({ kind: 'feed', items: [{ title: 'ok' }] });
  expect('a' in {}).toBe(false);
});

it('any text becomes XML that can be read', async () => {
  const pieces = fc.constantFrom(
    '<item>', '</item>', '<title>', '</title>', '<b', '>', '/>', '<', '&', '&amp;', '&#0;', '&x;', ']]>', '<![CDATA[', '<!--', '-->',
    '<?', '?>', '<!', ' a=', '"', "'", '=', 'x', '比', '\u0000', '</rss>', '<rss>', '<br>', '<a:b xmlns:a="c">', '\n',
  ); // prettier-ignore
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { maxLength: 40 }), async (parts) => {
      const text = `<rss version="2.0"><channel>${parts.join('')}</channel></rss>`;
      const cleaned = text.replaceAll('\u0000', '');
      await expect(readXml(repairXml(cleaned), 'rss', false)).resolves.toHaveProperty('items');
    }),
  );
});

it('any bytes are answered with a feed or a reason', async () => {
  const starts = fc.constantFrom(
    '',
    '<rss><channel>',
    '<feed>',
    '{"version":"1","items":[',
    '<html>',
    '\uFEFF<?xml',
  );
  await fc.assert(
    fc.asyncProperty(starts, fc.uint8Array({ maxLength: 300 }), async (start, bytes) => {
      const parsed = await parseFeed(Buffer.concat([Buffer.from(start), bytes]));
      expect(['feed', 'not-a-feed']).toContain(parsed.kind);
    }),
  );
});

function item(description: string): string {
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>t</title><item><title>one</title><description>${description}</description></item></channel></rss>`;
}
