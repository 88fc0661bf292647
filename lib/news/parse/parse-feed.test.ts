import { describe, expect, it } from 'vitest';
import type { NotAFeed, ParsedFeed } from '@/lib/model/parsed-feed';
import { parseFeed } from './parse-feed';

describe('RSS 2.0', () => {
  const feed = `<?xml version = "1.0" encoding="utf-8"?>
<!-- served by a cache -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:m="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
  <title>Ledger Lane</title><link>https://lane.example</link><language>en-US</language>
  <atom:link rel="self" href="https://lane.example/feed"/>
  <item>
    <title><![CDATA[Bridges & tunnels: what&#8217;s next]]></title>
    <link><![CDATA[ https://lane.example/a?utm_source=rss&x=1 ]]></link>
    <guid isPermaLink="false">lane-1</guid>
    <pubDate>Mon, 05 Feb 2024 09:30:15 +0000</pubDate>
    <dc:creator>R. Writer</dc:creator><author>desk@lane.example (The Desk)</author>
    <category>Markets</category><category></category><category>DeFi</category><category>Markets</category>
    <description>&lt;p&gt;Short&lt;/p&gt;</description>
    <content:encoded><![CDATA[<p>Long <b>text</b></p>]]></content:encoded>
    <enclosure url="https://lane.example/a.mp3" type="audio/mpeg" length="123"/>
    <m:content url="https://lane.example/a.jpg" type="image/*"/>
    <source url="https://first.example/feed">First Post</source>
  </item>
</channel></rss>
<!-- 0.03 s -->`;

  it('is read with every vocabulary that stands in it, whatever its prefixes', async () => {
    const parsed = await read(feed);
    expect(parsed).toMatchObject({
      format: 'rss', tier: 'strict', title: 'Ledger Lane', link: 'https://lane.example',
      selfLink: 'https://lane.example/feed', language: 'en-US',
    }); // prettier-ignore
    expect(parsed.items[0]).toEqual({
      guid: 'lane-1',
      guidIsPermalink: false,
      link: 'https://lane.example/a?utm_source=rss&x=1',
      originalLink: undefined,
      title: 'Bridges & tunnels: what&#8217;s next',
      date: new Date('2024-02-05T09:30:15Z'),
      dateText: 'Mon, 05 Feb 2024 09:30:15 +0000',
      updated: undefined,
      authors: ['R. Writer', 'The Desk'],
      summary: '<p>Short</p>',
      content: '<p>Long <b>text</b></p>',
      categories: ['Markets', 'DeFi'],
      image: 'https://lane.example/a.jpg',
      enclosures: [{ url: 'https://lane.example/a.mp3', type: 'audio/mpeg', length: 123 }],
      source: { name: 'First Post', url: 'https://first.example/feed' },
      language: undefined,
    });
  });

  it('takes a permalink guid for a missing link', async () => {
    const parsed = await read(rss('<item><title>t</title><guid>https://a.example/7</guid></item>'));
    expect(parsed.items[0]).toMatchObject({ link: 'https://a.example/7', guidIsPermalink: true });
  });

  it('keeps an item whose date is nonsense, without a date', async () => {
    const parsed = await read(
      rss('<item><title>t</title><pubDate>soon</pubDate></item><item><title>u</title></item>'),
    );
    expect(parsed.items.map(({ date, dateText }) => [date, dateText])).toEqual([
      [undefined, 'soon'],
      [undefined, undefined],
    ]);
  });

  it('completes relative addresses from the site, or from xml:base where it is given', async () => {
    const item = '<item><link>/a</link><description>&lt;img src="/b.png"&gt;</description></item>';
    const fromSite = await read(rss(`<link>https://site.example/</link>${item}`), 'https://cdn.example/feed');
    expect(fromSite.items[0]).toMatchObject({
      link: 'https://site.example/a',
      summary: '<img src="https://site.example/b.png">',
    });
    const fromBase = await read(
      rss(`<link>https://site.example/</link>${item}`).replace(
        '<rss',
        '<rss xml:base="https://base.example/x/"',
      ),
    );
    expect(fromBase.items[0]).toMatchObject({
      link: 'https://base.example/a',
      summary: '<img src="https://base.example/b.png">',
    });
  });

  it('finds items that stand beside the channel', async () => {
    const parsed = await read(
      '<rss><channel><title>t</title></channel><item><title>a</title></item><item><title>b</title></item></rss>',
    );
    expect(parsed.items.map((item) => item.title)).toEqual(['a', 'b']);
  });

  it.each(['<rss version="2.0"></rss>', '<rss/>', rss('')])(
    'without items is an empty feed: %s',
    async (text) => {
      expect((await read(text)).items).toEqual([]);
    },
  );

  it('keeps the order of markup that stands open in a description', async () => {
    const parsed = await read(
      rss('<item><description>One <b>two</b> three <i>four &amp; five</i></description></item>'),
    );
    expect(parsed.tier).toBe('ordered');
    expect(parsed.items[0]?.summary).toBe('One <b>two</b> three <i>four &amp; five</i>');
  });
});

describe('RSS 1.0', () => {
  it('is read from its items beside the channel', async () => {
    const parsed =
      await read(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://r.example/"><title>R</title><link>https://r.example/</link></channel>
      <item rdf:about="https://r.example/1"><title>One</title><link>https://r.example/1</link><d:date>2024-02-05T09:30:15Z</d:date><d:subject>Gold</d:subject></item>
    </rdf:RDF>`);
    expect(parsed).toMatchObject({ format: 'rdf', title: 'R', link: 'https://r.example/' });
    expect(parsed.items[0]).toMatchObject({
      guid: 'https://r.example/1', title: 'One', categories: ['Gold'], date: new Date('2024-02-05T09:30:15Z'),
    }); // prettier-ignore
  });
});

describe('Atom', () => {
  it('is read with alternate link, xhtml content in order, inherited author and source', async () => {
    const parsed = await read(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title type="text">F</title>
      <link rel="self" href="https://f.example/atom"/><link href="https://f.example/"/>
      <author><name>House</name></author>
      <entry><title type="html">Q&amp;amp;A</title><id>tag:f.example,1</id>
        <link rel="replies" href="https://f.example/1#c"/><link rel="alternate" type="text/html" href="/1"/>
        <published>2024-02-05T09:30:15Z</published><updated>2024-02-06T00:00:00Z</updated>
        <category term="t" label="Label"/><category term="u"/>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a <em>b</em> c</div></content>
        <source><title>Origin</title><link href="https://o.example/"/></source></entry>
    </feed>`,
      'https://f.example/atom',
    );
    expect(parsed).toMatchObject({ format: 'atom', title: 'F', link: 'https://f.example/', language: 'de' });
    expect(parsed.items[0]).toMatchObject({
      guid: 'tag:f.example,1', link: 'https://f.example/1', title: 'Q&amp;A', content: "a <em>b</em> c",
      date: new Date('2024-02-05T09:30:15Z'), updated: new Date('2024-02-06T00:00:00Z'), categories: ['Label', 'u'],
      source: { name: 'Origin', url: 'https://o.example/' }, authors: [],
    }); // prettier-ignore
  });

  it('under a prefix is the same', async () => {
    const parsed = await read(
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>P</a:title><a:author><a:name>N</a:name></a:author><a:entry><a:title>E</a:title><a:link href="https://p.example/1"/></a:entry></a:feed>',
    );
    expect(parsed).toMatchObject({
      title: 'P',
      items: [{ title: 'E', link: 'https://p.example/1', authors: ['N'] }],
    });
  });

  it('survives links without attributes and a date that is none', async () => {
    const parsed = await read(
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>E</title><link>https://p.example/1</link><published>??</published></entry></feed>',
    );
    expect(parsed.items[0]).toMatchObject({ link: 'https://p.example/1', date: undefined });
  });
});

describe('JSON Feed', () => {
  it('is read, and one odd item does not cost the others', async () => {
    const parsed = await read(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'J',
        home_page_url: 'https://j.example/',
        authors: [{ name: 'Ed' }],
        items: [
          7,
          {
            id: 1,
            url: '/1',
            title: 'One',
            content_text: 'a < b',
            date_published: '2024-02-05T09:30:15Z',
            tags: ['x', 3],
          },
        ],
      }),
    );
    expect(parsed).toMatchObject({ format: 'json', title: 'J', link: 'https://j.example/' });
    expect(parsed.items).toHaveLength(1);
    expect(parsed.items[0]).toMatchObject({
      guid: '1', link: 'https://j.example/1', content: 'a &lt; b', authors: ['Ed'], categories: ['x'], date: new Date('2024-02-05T09:30:15Z'),
    }); // prettier-ignore
  });
});

describe('damaged feeds are repaired', () => {
  it.each([
    ['a bare ampersand', '<item><title>Q & A</title></item>', 'Q & A'],
    ['an unknown entity', '<item><title>a &nope; b</title></item>', 'a &nope; b'],
    ['an HTML entity', '<item><title>a&nbsp;b &mdash; c</title></item>', 'a\u00A0b — c'],
    ['a stray less-than', '<item><title>5 < 6</title></item>', '5 < 6'],
    ['an unclosed element', '<item><title>one<link>x</link></item>', 'one'],
    ['an unclosed section', '<item><title><![CDATA[open</title></item>', 'open'],
    ['an attribute without quotes', '<item><guid isPermaLink=false>x</guid><title>one</title></item>', 'one'],
    ['a control character', '<item><title>o\u0008ne</title></item>', 'one'],
    ['a reference to a control character', '<item><title>o&#8;ne</title></item>', 'one'],
    ['a Windows apostrophe', '<item><title>it&#146;s</title></item>', 'it’s'],
    ['an unclosed item', '<item><title>one</title><item><title>two</title></item>', 'one'],
    ['a stray end', '<item></b><title>one</title></item>', 'one'],
  ])('%s', async (_, item, title) => {
    expect((await read(rss(item))).items[0]?.title).toBe(title);
  });

  it('a cut-off feed keeps its whole items and leaves the broken one out', async () => {
    const parsed = await read(
      '<rss version="2.0"><channel><title>t</title><item><title>whole</title></item><item><title>brok',
    );
    expect(parsed).toMatchObject({ tier: 'repaired', title: 't' });
    expect(parsed.items.map((item) => item.title)).toEqual(['whole']);
  });

  it('a notice of the server before the feed and a script after it are passed over', async () => {
    const parsed = await read(
      `\n<br />\n<b>Warning</b>: no cache in <b>/x.php</b><br />\n<?xml version="1.0"?>${rss('<item><title>one</title></item>')}<script>if (1 < 2) {}</script>`,
    );
    expect(parsed.items[0]?.title).toBe('one');
  });
});

describe('what is no feed is said to be none', () => {
  it.each([
    ['', 'empty', /empty/],
    ['<?xml version="1.0"?>', 'empty', /empty/],
    ['<!DOCTYPE html>', 'html', /HTML page/],
    ['Service unavailable', 'text', /plain text/],
    ['{"error":"no"}', 'json', /not a JSON Feed/],
    ['[1', 'json', /not a JSON Feed/],
    ['<urlset><url/></urlset>', 'other-xml', /sitemap/],
    ['<opml version="2.0"/>', 'other-xml', /OPML/],
    ['<thing/>', 'other-xml', /<thing>/],
  ])('%s', async (text, reason, message) => {
    const parsed = await parseFeed(Buffer.from(text));
    expect(parsed).toMatchObject({ kind: 'not-a-feed', reason });
    expect((parsed as NotAFeed).message).toMatch(message);
  });

  it('an HTML page is named by its title and by the feeds it points to', async () => {
    const page = `<!doctype html><html><head><title>Just a
      moment</title><link rel="stylesheet" href="x.css"><link rel="alternate" type="application/rss+xml" title="News" href="/feed">
      <link rel="alternate" hreflang="de" href="/de"></head><body><svg><title>Icon</title></svg></body></html>`;
    const parsed = await parseFeed(Buffer.from(page), { url: 'https://site.example/page/' });
    expect(parsed).toMatchObject({
      reason: 'html',
      message:
        'The document is an HTML page titled "Just a moment", not a feed. It points to a feed at https://site.example/feed.',
      feedLinks: [{ url: 'https://site.example/feed', title: 'News' }],
    });
  });
});

function rss(channel: string): string {
  return `<rss version="2.0"><channel>${channel}</channel></rss>`;
}

async function read(text: string, url?: string): Promise<ParsedFeed> {
  const parsed = await parseFeed(Buffer.from(text), { url });
  if (parsed.kind !== 'feed') throw new Error(parsed.message);
  return parsed;
}
