import { describe, expect, it } from 'vitest';
import type { ParseTier } from '@/lib/model/parsed-feed';
import { parseFeed } from './parse-feed';

const ITEM = '<item><title>one</title><link>https://a.example/1</link></item>';
const RSS = `<rss version="2.0"><channel><title>t</title>${ITEM}</channel></rss>`;
const ATOM =
  '<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><title>one</title></entry></feed>';
const RDF =
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>t</title></channel><item><title>one</title></item></rdf:RDF>';

describe('a feed is found', () => {
  it.each([
    ['behind blank lines', `\n\n  \t\n${RSS}`],
    ['behind a byte order mark and a blank', `\uFEFF \n${RSS}`],
    ['behind two byte order marks', `\uFEFF\uFEFF${RSS}`],
    ['behind a prolog that is not the first', `\n<?xml version="1.0"?>${RSS}`],
    ['behind two prologs', `<?xml version="1.0"?><?xml version="1.0"?>${RSS}`],
    ['behind a prolog without its end', `<?xml version="1.0" encoding="utf-8"${RSS}`],
    ['behind a prolog in capitals', `<?XML VERSION="1.0"?>${RSS}`],
    ['behind XML 1.1', `<?xml version="1.1"?>${RSS}`],
    ['behind a stylesheet', `<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?>${RSS}`],
    ['behind a comment', `<!-- cached -->${RSS}`],
    ['behind a comment that names a feed', `<!-- <rss> -->${RSS}`],
    ['behind a document type', `<!DOCTYPE rss PUBLIC "-//x//y" "http://a.example/rss.dtd">${RSS}`],
    ['behind a document type of HTML', `<!DOCTYPE html>${RSS}`],
    ['behind entities', `<!DOCTYPE rss [<!ENTITY a "b">]>${RSS}`],
    ['behind an external entity', `<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>${RSS}`],
    ['behind a warning of PHP', `<br />\n<b>Notice</b>: undefined index in <b>/a.php</b><br />\n${RSS}`],
    ['behind words', `HTTP/1.1 200 OK\nServer: x\n\n${RSS}`],
    ['before words', `${RSS}\nGenerated in 0.1 s`],
    ['before a script', `${RSS}<script>track()</script>`],
    ['before a second feed', `${RSS}${RSS}`],
    ['before zeros', `${RSS}\u0000\u0000`],
    ['in capitals', RSS.replace(/<(\/?)(\w+)/g, (_, slash: string, name: string) => `<${slash}${name.toUpperCase()}`)],
    ['without a version', RSS.replace(' version="2.0"', '')],
    ['of a version from tomorrow', RSS.replace('2.0', '9.9')],
    ['with a version of blanks', RSS.replace('2.0', ' 2.0 ')],
    ['of a bare channel', `<channel>${ITEM}</channel>`],
    ['of items beside the channel', `<rss><channel/>${ITEM}</rss>`],
    ['of items without a channel', `<rss version="2.0">${ITEM}</rss>`],
    ['in a namespace of nobody', RSS.replace('<rss', '<rss xmlns="urn:nobody"')],
    ['under a prefix', RSS.replace(/<(\/?)(\w+)/g, '<$1r:$2').replace('<r:rss', '<r:rss xmlns:r="http://purl.org/rss/1.0/"')],
    ['cut in an end tag', RSS.slice(0, -6)],
    ['cut behind an item', RSS.slice(0, RSS.indexOf('</channel>'))],
    ['cut in the second item', RSS.replace('</channel></rss>', '<item><title>tw')],
    ['cut in an attribute', RSS.replace('</channel></rss>', '<item><enclosure url="htt')],
    ['cut in a section', RSS.replace('</channel></rss>', '<item><title><![CDATA[tw')],
    ['cut in a comment', RSS.replace('</channel></rss>', '<!-- tw')],
    ['cut in an entity', RSS.replace('</channel></rss>', '<item><title>a &am')],
    ['with the channel closed twice', RSS.replace('</rss>', '</channel></rss>')],
    ['with no end of the root', RSS.replace('</rss>', '')],
    ['of Atom', ATOM],
    ['of Atom without a namespace', ATOM.replace(/ xmlns="[^"]*"/, '')],
    ['of Atom in https', ATOM.replace('http:', 'https:')],
    ['of Atom cut off', ATOM.replace('</feed>', '<entry><title>tw')],
    ['of RDF', RDF],
    ['of RDF without its namespace', RDF.replace(/ xmlns:rdf="[^"]*"/, '')],
    ['of JSON behind a byte order mark', `\uFEFF${JSON.stringify({ version: 'https://jsonfeed.org/version/1', items: [{ title: 'one' }] })}`],
    ['of JSON 1.1', JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: [{ title: 'one', id: 7, tags: 'x', authors: {}, date_published: 5 }] })],
    ['of JSON whose items are odd', JSON.stringify({ version: '1.1', items: [null, 1, 'x', [], { title: 'one' }].slice(4) })],
    ['of JSON with names from a prototype', '{"version":"1.1","__proto__":{"a":1},"items":[{"title":"one","__proto__":{"title":"two"}}]}'],
  ])('%s', async (_, text) => {
    const parsed = await parseFeed(Buffer.from(text), { contentType: 'text/html' });
    expect(parsed).toMatchObject({ kind: 'feed' });
    expect(parsed.kind === 'feed' && parsed.items[0]?.title).toBe('one');
    expect('a' in {}).toBe(false);
  });
}); // prettier-ignore

describe('what is no feed is told to be none', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['blanks', '  \n ', 'empty'],
    ['a byte order mark', '\uFEFF', 'empty'],
    ['a prolog', '<?xml version="1.0"?>', 'empty'],
    ['a comment', '<!-- nothing -->', 'empty'],
    ['a comment without its end', '<!-- news', 'empty'],
    ['a document type', '<!DOCTYPE rss>', 'empty'],
    ['a less-than', '<', 'empty'],
    ['words', 'Too many requests', 'text'],
    ['a number', '404', 'text'],
    ['a page', '<html><body>x</body></html>', 'html'],
    ['a page of few tags', '<!doctype html><p>x', 'html'],
    ['a page that shows a feed', '<html><body><pre><rss></rss></pre></body></html>', 'html'],
    ['a challenge of a firewall', '<script>challenge()</script>', 'html'],
    ['an error in JSON', '{"error":"rate limited"}', 'json'],
    ['JSON that is cut off', '{"version":"1.1","items":[', 'json'],
    ['a list of JSON', '[1,2]', 'json'],
    ['JSON whose items are none', '{"version":"1.1","items":7}', 'json'],
    ['a sitemap', '<urlset/>', 'other-xml'],
    ['OPML', '<opml/>', 'other-xml'],
    ['a picture', '<svg/>', 'other-xml'],
    ['an error of a store', '<Error><Code>AccessDenied</Code></Error>', 'other-xml'],
    ['SOAP', '<soap:Envelope/>', 'other-xml'],
    ['television', '<tv><channel id="1"/></tv>', 'other-xml'],
  ] as const)('%s', async (_, text, reason) => {
    expect(await parseFeed(Buffer.from(text))).toMatchObject({ kind: 'not-a-feed', reason });
  });
});

describe('the reader is told how hard it was', () => {
  const soup = '<item a="1<2"><title>one & two</title></item>'.repeat(3);
  const flood = `<item><title>flood</title><description>${'<b>x</b>'.repeat(110_000)}</description></item>`;

  it.each<[string, string, ParseTier, number]>([
    ['as it stands', RSS, 'strict', 1],
    ['with markup in order', RSS.replace('one', 'o<b>n</b>e'), 'ordered', 1],
    ['repaired', RSS.replace('one', 'one & two'), 'repaired', 1],
    ['as a browser would', `<rss><channel>${soup}</channel></rss>`, 'loose', 3],
    ['item by item', RSS.replace(ITEM, ITEM + flood + ITEM), 'salvaged', 3],
  ])('%s', async (_, text, tier, items) => {
    const parsed = await parseFeed(Buffer.from(text));
    expect(parsed).toMatchObject({ kind: 'feed', tier });
    expect(parsed.kind === 'feed' && parsed.items).toHaveLength(items);
  });

  it('and an item that swallowed its neighbours lets go of them', async () => {
    const broken = '<item><title><![CDATA[one</title></item><item><title><![CDATA[two]]></title></item>';
    const parsed = await parseFeed(
      Buffer.from(`<rss><channel><title>a & b</title>${broken}</channel></rss>`),
    );
    expect(parsed.kind === 'feed' && parsed.items.map(({ title }) => title)).toEqual(['one', 'two']);
  });
});
