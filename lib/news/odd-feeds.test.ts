import { gzipSync } from 'node:zlib';
import { eq } from 'drizzle-orm';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { feeds } from '@/db/schema/feeds';
import { useTestDatabase } from '@/db/testing';
import { claimFeed } from '@/db/writes/claim-due-feeds';
import { seedFeeds } from '@/db/writes/seed-feeds';
import { createMemoryBus } from '@/lib/live/bus/memory';
import type { SourceId } from '@/lib/model/ids';
import { createHttp } from '@/lib/system/http';
import { createLog } from '@/lib/system/log';
import { newsDesk } from './desk';
import { pollFeed, type NewsParts } from './pipeline';
import { newsReader } from './reader';
import { catalogueFeed, startOutlet, type Outlet } from './testing';

const NOW = new Date('2026-11-23T12:00:00Z');
const SITE = 'https://odd.example';
const JSON_FEED = { version: 'https://jsonfeed.org/version/1.1', title: 'T' };

/** A feed that some program wrote in all earnest, and what it shall come to: its articles, or words to the operator. */
const ODD: readonly (readonly [string, string | Uint8Array, readonly object[] | RegExp])[] = [
  ['a title nobody sees', one('<title>\u200B\u200D\uFEFF</title><description>Tides turn at noon.</description>'), [{ title: 'Tides turn at noon.' }]],
  ['a title that reads backwards', one('<title>Price \u202Egpj.exe\u202C up</title>'), [{ title: 'Price gpj.exe up' }]],
  ['a pile of accents', one(`<title>a${'\u0301'.repeat(5_000)}b</title>`), [{ title: expect.stringMatching(/^.{1,9}$/u) }]],
  ['a title of emoji', one(`<title>a${'😀'.repeat(400)}</title>`), [{ title: expect.stringMatching(/^a(?:😀)+…$/u) }]],
  ['a title escaped three times', one('<title>AT&amp;amp;amp;T</title>'), [{ title: 'AT&T' }]],
  ['a title with a script', one('<title>&lt;h1&gt;Calm&lt;script&gt;x()&lt;/script&gt;&lt;/h1&gt;</title>'), [{ title: 'Calm' }]],
  ['a title in a section in a section', one('<title><![CDATA[<![CDATA[Calm & still]]]]><![CDATA[>]]></title>'), [{ title: 'Calm & still' }]],
  ['a title over four lines', one('<title>\n\n  Calm\t\tand \n still\n</title>'), [{ title: 'Calm and still' }]],
  ['an id of emoji', one(`<title>Id</title><guid isPermaLink="false">a${'😀'.repeat(400)}</guid>`), [{ guid: `a${'😀'.repeat(249)}` }]],
  ['an id of a megabyte', one(`<title>Id</title><guid>${'g'.repeat(1_000_000)}</guid>`), [{ guid: 'g'.repeat(500) }]],
  ['zeros and half characters in JSON', JSON.stringify({ ...JSON_FEED, items: [{ id: 'a\0b', url: `${SITE}/1`, title: 'A\0B \uD800C', content_text: 'x\0y' }] }), [{ guid: 'ab', title: expect.stringMatching(/^AB .?C$/) }]],
  ['JSON nested 50,000 deep', `{"version":"${JSON_FEED.version}","x":${'['.repeat(50_000)}${']'.repeat(50_000)},"items":[{"id":"1","url":"${SITE}/1","title":"Deep"}]}`, [{ title: 'Deep' }]],
  ['JSON in UTF-16', Buffer.from(`\uFEFF${JSON.stringify({ ...JSON_FEED, items: [{ id: '1', url: `${SITE}/1`, title: 'Ünï' }] })}`, 'utf16le'), [{ title: 'Ünï' }]],
  ['JSON with one name twice', `{"version":"${JSON_FEED.version}","items":[{"id":7,"url":"${SITE}/1","title":"One","title":"Two"}]}`, [{ guid: '7', title: 'Two' }]],
  ['JSON line by line', '{"id":1}\n{"id":2}\n', /JSON, but not a JSON Feed/],
  ['JSON for a script', `callback(${JSON.stringify({ ...JSON_FEED, items: [] })});`, /plain text/],
  ['a feed in a JSON text', JSON.stringify(one('<title>Quoted</title>')), [{ title: 'Quoted' }]],
  ['a link with a name and a password', linked('https://me:secret@odd.example/1'), [{ url: `${SITE}/1` }]],
  ['a link with a blank', linked(`${SITE}/a b`), [{ url: `${SITE}/a%20b` }]],
  ['a link over two lines', linked(`\n  ${SITE}/long\n  /way\n`), [{ url: `${SITE}/long/way` }]],
  ['a link with backslashes', linked('https:\\\\odd.example\\1'), [{ url: `${SITE}/1` }]],
  ['a link without a scheme', linked('//odd.example/1'), [{ url: expect.stringMatching(/^https?:\/\/odd\.example\/1$/) }]],
  ['a link in Cyrillic letters', linked('https://оdd.example/1'), [{ url: 'https://xn--dd-emc.example/1' }]],
  ['a link to no port', linked('https://odd.example:99999/1'), /no link that can be opened/],
  ['a link to an app', linked('intent://x#Intent;scheme=evil;end'), /no link that can be opened/],
  ['a link of 100 KB', linked(`${SITE}/?${'a'.repeat(100_000)}`), /no link that can be opened/],
  ['a year of five digits', dated('Mon, 05 Feb 20245 09:30:15 GMT'), [{ claimedAt: null }]],
  ['a second before time', dated('-1'), [{ claimedAt: null }]],
  ['Arabic digits', dated('٢٠٢٤-٠٨-٢١ ١٧:٠٥'), [{ claimedAt: new Date('2024-08-21T17:05:00Z') }]],
  ['Persian digits', dated('۲۰۲۴-۰۸-۲۱ ۱۷:۰۵'), [{ claimedAt: new Date('2024-08-21T17:05:00Z') }]],
  ['full-width digits', dated('２０２４-０８-２１ １７:０５'), [{ claimedAt: new Date('2024-08-21T17:05:00Z') }]],
  ['a year of the Buddha', dated('21/08/2567 17:05'), [{ claimedAt: null }]],
  ['attoseconds', dated('Mon, 05 Feb 2024 09:30:15.250000000000000000 GMT'), [{ claimedAt: new Date('2024-02-05T09:30:15.25Z') }]],
  ['attoseconds of ISO', dated('2024-02-05T09:30:15.250000000000000000Z'), [{ claimedAt: new Date('2024-02-05T09:30:15.25Z') }]],
  ['a time ago', dated('3 hours ago'), [{ claimedAt: null }]],
  ['a feed in an envelope', `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>${one('<title>x</title>').slice(21)}</soap:Body></soap:Envelope>`, /not a feed/],
  ['a feed as its source', one('<title>x</title>').replaceAll('<', '&lt;'), /not a feed/],
  ['a feed behind headers', `HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n${one('<title>Late headers</title>')}`, [{ title: 'Late headers' }]],
  ['a feed between chunk sizes', `1a3\r\n${one('<title>Chunked</title>')}\r\n0\r\n\r\n`, [{ title: 'Chunked' }]],
  ['a packed file', gzipSync(one('<title>Packed</title>')), [{ title: 'Packed' }]],
  ['a packed bomb', gzipSync(Buffer.alloc(50_000_000)), /not a feed/],
  ['a packed file cut off', gzipSync(one('<title>Packed</title>')).subarray(0, 60), /not a feed/],
  ['two channels', one('<title>First</title>').replace('</rss>', '<channel><title>B</title></channel></rss>'), [{ title: 'First' }]],
  ['one byte of another charset', iconv.encode(one('<title>caf\u00E9 of Z\u00FCrich</title>'), 'latin1'), [{ title: 'café of Zürich' }]],
  ['one byte of another charset in UTF-8', Buffer.concat([Buffer.from('<?xml version="1.0" encoding="utf-8"?><rss><channel><item><title>“cafés” — caf'), Buffer.from([0xe9]), Buffer.from(` it</title><link>${SITE}/1</link></item></channel></rss>`)]), [{ title: '“cafés” — café it' }]],
  ['a character cut in two in UTF-8', Buffer.concat([Buffer.from('<?xml version="1.0" encoding="utf-8"?><rss><channel><item><title>比特币价'), Buffer.from([0xe6, 0xa0]), Buffer.from(`</title><link>${SITE}/1</link></item></channel></rss>`)]), [{ title: expect.stringMatching(/^比特币价\uFFFD+$/) }]],
  ['5,000 categories', one(`<title>Many</title>${Array.from({ length: 5_000 }, (_, n) => `<category>c${n}</category>`).join('')}`), [{ title: 'Many' }]],
  ['100,000 items of nothing', rss('<item/>'.repeat(100_000)), /left out/],
  ['a picture of script', one('<title>Pic</title><enclosure url="javascript:x()" type="image/png" length="1"/>'), [{ imageUrl: null }]],
  ['a base and a refresh in the text', one('<title>Base</title><description>&lt;base href="https://evil.example/"&gt;&lt;a href="/y"&gt;Calm water&lt;/a&gt;&lt;meta http-equiv="refresh" content="0"&gt;</description>'), [{ bodyText: expect.stringMatching(/^(?!.*evil)/s) }]],
  ['entities that call each other', `<!DOCTYPE rss [<!ENTITY a "&b;"><!ENTITY b "&a;">]>${one('<title>Round &a;</title>').slice(21)}`, [{ title: expect.stringMatching(/^Round/) }]],
  ['a file to be included', one('<title>Include</title><description><xi:include href="file:///etc/passwd" parse="text"/></description>'), [{ bodyText: '' }]],
  ['a wish to be asked in a million years', one('<title>Wish</title>').replace('<item>', '<ttl>99999999999999999999</ttl><item>'), [{ title: 'Wish' }]],
]; // prettier-ignore

useTestDatabase();
const http = createHttp({ userAgent: 'Test desk', addresses: 'loopback-too' });
let parts: NewsParts;
let outlet: Outlet;

beforeAll(async () => {
  outlet = await startOutlet();
  await seedFeeds(
    ODD.map((_, nth) => catalogueFeed(outlet.base, `odd-${nth}`)),
    NOW,
  );
  const log = createLog({ LOG_LEVEL: 'silent', LOG_FORMAT: 'json' });
  const bus = createMemoryBus((_, error) => {
    throw error;
  });
  parts = { bus, clock: () => NOW, log, http, desk: await newsDesk(NOW), reader: await newsReader() };
});
afterAll(async () => {
  await http.close();
  outlet.stop();
});

test.each(ODD.map(([name], nth) => [name, nth] as const))('%s', async (_, nth) => {
  const [, document, expected] = ODD[nth] ?? ['', '', []];
  const id = `odd-${nth}` as SourceId;
  outlet.pages.set(`/${id}`, (response) => void response.end(document));
  const { record } = await poll(id);
  const rows = await database().select().from(articles).where(eq(articles.sourceId, id));
  if (expected instanceof RegExp) {
    expect([rows.length, record.message]).toEqual([0, expect.stringMatching(expected)]);
    return;
  }
  expect(rows).toMatchObject(expected);
  expect(record.message ?? '').not.toMatch(/could not be stored/);
  // Another byte of it, so that it is read once more: nothing has changed.
  const again = Buffer.concat([
    Buffer.from(document),
    Buffer.from(document instanceof Uint8Array ? '' : '\n'),
  ]);
  outlet.pages.set(`/${id}`, (response) => void response.end(again));
  expect((await poll(id)).record).toMatchObject({ newArticles: 0, revisedArticles: 0 });
});

async function poll(id: SourceId) {
  const [row] = await database().select().from(feeds).where(eq(feeds.sourceId, id));
  const feed = row && (await claimFeed(row.id, NOW));
  const result = feed && (await pollFeed(feed, parts));
  if (!result) throw new Error('The feed could not be asked.');
  return result;
}

function rss(items: string): string {
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><link>${SITE}</link>${items}</channel></rss>`;
}

function one(inner: string): string {
  return rss(`<item>${inner}<link>${SITE}/1</link></item>`);
}

function linked(link: string): string {
  return rss(`<item><title>A link</title><link>${link}</link></item>`);
}

function dated(date: string): string {
  return one(`<title>A date</title><pubDate>${date}</pubDate>`);
}
