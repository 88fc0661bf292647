import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readOpml } from './read-opml';
import { scanOutlines } from './scan-outlines';

const A = 'https://a.example/feed';
const B = 'https://b.example/feed';

describe('a list is read', () => {
  test('with its title, and of each feed the title, site and folders', async () => {
    const text = list(
      `<outline text="Desks"><outline title="Asia"><outline text="A &amp; co" title="Outlet A" type="rss"
         xmlUrl="${A}?x=1&amp;y=2" htmlUrl="https://a.example/"/></outline></outline><outline text="B" xmlUrl="${B}"/>`,
    );
    const feeds = [
      { url: `${A}?x=1&y=2`, title: 'Outlet A', siteUrl: 'https://a.example/', folder: 'Desks / Asia' },
      { url: B, title: 'B', siteUrl: undefined, folder: undefined },
    ];
    expect(await read(text)).toEqual({ kind: 'list', title: 'My feeds', feeds });
    expect(scanOutlines(text)).toEqual({ title: 'My feeds', feeds });
  });

  test.each<readonly [string, string, readonly string[]]>([
    ['a bare & in a title', `<outline text="News & more" xmlUrl="${A}"/><outline xmlUrl="${B}"/>`, [A, B]],
    ['a bare & in an address', `<outline xmlUrl="${A}?a=1&b=2&copy=3"/>`, [`${A}?a=1&b=2&copy=3`]],
    ['an address escaped twice', `<outline xmlUrl="${A}?a=1&amp;amp;b=2"/>`, [`${A}?a=1&b=2`]],
    [
      'a < in an attribute',
      `<outline text="BTC < 1 <b>now</b>" xmlUrl="${A}"/><outline xmlUrl="${B}"/>`,
      [A, B],
    ],
    [
      'a > in an attribute',
      `<outline text="NYT > Technology" xmlUrl="${A}"/><outline xmlUrl="${B}"/>`,
      [A, B],
    ],
    [
      'quotes within quotes',
      `<outline text="The "Best" Feed" xmlUrl="${A}"/><outline xmlUrl="${B}"/>`,
      [A, B],
    ],
    ['single quotes', `<outline text='x' xmlUrl='${A}'/>`, [A]],
    ['no quotes at all', `<outline text=x xmlUrl=${A}/><outline xmlUrl=${B} text=y>`, [A, B]],
    ['no space between attributes', `<outline text="x"xmlUrl="${A}"type="rss"/>`, [A]],
    ['a quote that never closes', `<outline text="x xmlUrl='${A}'/><outline xmlUrl="${B}"/>`, [A, B]],
    ['an address that never closes', `<outline xmlUrl="${A} type="rss"/><outline xmlUrl="${B}"/>`, [A, B]],
    ['a tag that never ends', `<outline xmlUrl="${A}"\n<outline xmlUrl="${B}"/>`, [A, B]],
    ['other letters', `<OUTLINE TEXT="x" XMLURL="${A}"/><Outline xmlurl="${B}"/>`, [A, B]],
    ['an underscore', `<outline xml_url="${A}"/><outline feedUrl="${B}"/>`, [A, B]],
    ['url for a feed', `<outline type="rss" url="${A}"/><outline type="Atom" URL="${B}"/>`, [A, B]],
    ['url of a page', `<outline type="link" url="https://c.example/"/><outline xmlUrl="${B}"/>`, [B]],
    ['feeds within feeds', `<outline xmlUrl="${A}"><outline xmlUrl="${B}"/></outline>`, [A, B]],
    ['the same line twice', `<outline xmlUrl="${A}"/><outline xmlUrl="${A}"/>`, [A, A]],
    ['a line without an address', `<outline text="x" xmlUrl=""/><outline xmlUrl="${B}"/>`, ['', B]],
    [
      'the same attribute twice',
      `<outline text="x" text="y" xmlUrl="${A}" xmlUrl=""/><outline xmlUrl="${B}"/>`,
      [A, B],
    ],
    ['a comment', `<!-- <outline xmlUrl="${A}"/> --><outline xmlUrl="${B}"/>`, [B]],
    ['a comment that never ends', `<!-- x <outline xmlUrl="${A}"/>`, [A]],
    ['an undefined entity', `<outline text="Caf&eacute; &nope;" xmlUrl="${A}"/>`, [A]],
    ['__proto__', `<outline __proto__="x" constructor="y" xmlUrl="${A}"/><__proto__/>`, [A]],
  ])('with %s', async (_, outlines, addresses) => {
    expect(await addressesIn(list(outlines))).toEqual(addresses);
    expect(scanOutlines(list(outlines)).feeds.map(({ url }) => url)).toEqual(addresses);
  });

  test.each([
    [
      'cut off',
      `<opml><body><outline text="F"><outline xmlUrl="${A}"/><outline xmlUrl="${B}"/><outl`,
      [A, B],
    ],
    ['cut off within an address', `<opml><body><outline xmlUrl="${A}"/><outline xmlUrl="${B}`, [A]],
    ['without a root', `<outline xmlUrl="${A}"/>\n<outline xmlUrl="${B}"/>`, [A, B]],
    ['with junk before the root', `\n\nWarning: line 3<br>\n${list(`<outline xmlUrl="${A}"/>`)}`, [A]],
    [
      'with a doctype that defines entities',
      `<!DOCTYPE opml [<!ENTITY a "b">]>${list(`<outline xmlUrl="${A}"/>`)}`,
      [A],
    ],
  ])('%s', async (_, text, addresses) => {
    expect(await addressesIn(text)).toEqual(addresses);
  });

  test.each([
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', (text: string) => iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['windows-1252 that says UTF-8', (text: string) => iconv.encode(text, 'windows-1252')],
    ['UTF-8 that says ISO-8859-1', (text: string) => Buffer.from(text.replace('UTF-8', 'ISO-8859-1'))],
  ])('in %s', async (_, encode) => {
    const text = `<?xml version="1.0" encoding="UTF-8"?>${list(`<outline text="Börse für Ältere" xmlUrl="${A}"/>`)}`;
    const reading = await readOpml(encode(text));
    expect(reading).toMatchObject({ feeds: [{ url: A, title: 'Börse für Ältere' }] });
  });

  test('of folders nested without end only the outermost are told', async () => {
    const depth = 50_000;
    const text = list(
      '<outline text="f">'.repeat(depth) + `<outline xmlUrl="${A}"/>` + '</outline>'.repeat(depth),
    );
    expect(await read(text)).toMatchObject({ feeds: [{ url: A, folder: 'f / f / f / f / f / f / f / f' }] });
  });
});

test.each([
  ['nothing', '', 'nothing'],
  ['space', ' \n ', 'nothing'],
  ['a feed', '<?xml version="1.0"?><rss version="2.0"><channel/></rss>', 'feed'],
  ['a JSON feed', '{"version": "https://jsonfeed.org/version/1.1", "items": []}', 'feed'],
  ['a web page', '<!doctype html><html><head><title>Feeds</title></head></html>', 'page'],
  ['JSON', '[{"feed": "https://a.example/feed"}]', 'json'],
  ['zip', 'PK\u0003\u0004 list.opml', 'archive'],
  ['a picture', '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR', 'binary'],
  ['words', 'https://a.example/feed', 'text'],
  ['a list without feeds', list('<outline text="Notes"/>'), 'no-feeds'],
])('%s is no list, and is told so', async (_, text, reason) => {
  expect(await readOpml(Buffer.from(text, 'latin1'))).toMatchObject({ kind: 'unreadable', reason });
});

test('a file too large is not looked at, a list too long not taken in part', async () => {
  expect(await readOpml(new Uint8Array(10_000_001))).toMatchObject({ reason: 'too-large' });
  expect(await read(list(`<outline xmlUrl="${A}"/>`.repeat(10_001)))).toMatchObject({ reason: 'too-many' });
});

test.each([
  ['quotes', '"'],
  ['starts of outlines', '<outline '],
  ['open comments', '<!--'],
  ['half attributes', '<outline a="'],
  ['spaces in an attribute', '<outline a=" " '],
  ['ampersands', '&'],
])('megabytes of %s keep nobody', async (_, piece) => {
  const text = `<opml><outline xmlUrl="${A}"/>${piece.repeat(2_000_000 / piece.length)}`;
  expect(await read(text)).toMatchObject({
    feeds: expect.arrayContaining([expect.objectContaining({ url: A })]),
  });
});

test('whatever stands in an outline, the lines before and after it are read', async () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      "'",
      '=',
      '/',
      '<!-- -->',
      '&#x;',
      ' a="b"',
      '</outline>',
      '\u0000',
      '<outline',
    ),
  );
  const line = fc.array(piece, { maxLength: 12 }).map((pieces) => `<outline ${pieces.join('')}`);
  await fc.assert(
    fc.asyncProperty(
      line.filter((text) => !text.includes('<!--')),
      async (broken) => {
        const text = list(`<outline xmlUrl="${A}"/>${broken}\n<outline xmlUrl="${B}"/>`);
        expect(await addressesIn(text)).toEqual(expect.arrayContaining([A, B]));
      },
    ),
    { numRuns: 500 },
  );
});

test('any bytes give a list or words', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      const reading = await readOpml(Buffer.concat([Buffer.from('<opml><outline '), bytes]));
      if (reading.kind === 'unreadable') expect(reading.message).toMatch(/\w\.$/);
      else expect(reading.feeds.length).toBeGreaterThan(0);
    }),
  );
});

function list(outlines: string): string {
  return `<opml version="2.0"><head><title>My feeds</title></head><body>${outlines}</body></opml>`;
}

function read(text: string) {
  return readOpml(Buffer.from(text));
}

async function addressesIn(text: string): Promise<readonly string[]> {
  const reading = await read(text);
  if (reading.kind !== 'list') throw new Error(reading.message);
  return reading.feeds.map(({ url }) => url);
}
