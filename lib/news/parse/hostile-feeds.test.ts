import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escapeXmlText } from './escape-xml';
import { parseFeed } from './parse-feed';
import { repairXml } from './repair-xml';
import { readXml } from './read-xml';

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
      await expect(readXml(repairXml(cleaned), { root: 'rss' })).resolves.toHaveProperty('items');
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

it('whatever stands in a well-formed item comes out as it was', async () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map((raw) => `a${raw}z`);
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (titles) => {
      const items = titles.map((title) => `<item><title>${escapeXmlText(title)}</title></item>`);
      const parsed = await parseFeed(Buffer.from(`<rss><channel>${items.join('')}</channel></rss>`));
      expect(parsed).toMatchObject({ tier: 'strict', items: titles.map((title) => ({ title })) });
    }),
  );
});

it('a feed cut off anywhere keeps the items before the cut', async () => {
  const item = (at: number) =>
    `<item><title>Item &amp; ${at}</title><link>https://a.example/${at}</link></item>`;
  const whole = `<?xml version="1.0"?><rss version="2.0"><channel><title>t</title>${[0, 1, 2].map(item).join('')}</channel></rss>`;
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: whole.length }), async (length) => {
      const text = whole.slice(0, length);
      const parsed = await parseFeed(Buffer.from(text));
      const complete = text.split('</item>').length - 1;
      if (complete > 0) expect(parsed.kind === 'feed' && parsed.items.length).toBe(complete);
    }),
  );
});
