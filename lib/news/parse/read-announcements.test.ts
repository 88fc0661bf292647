import { describe, expect, it } from 'vitest';
import type { ParsedFeed } from '@/lib/model/parsed-feed';
import { parseFeed } from './parse-feed';

const SYNDICATION = 'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"';

describe('how long a feed asks to be left alone', () => {
  it.each([
    ['<ttl>60</ttl>', 3_600],
    ['<ttl> 5 </ttl>', 300],
    ['<ttl>0.5</ttl>', 30],
    ['<ttl>0</ttl>', undefined],
    ['<ttl>-5</ttl>', undefined],
    ['<ttl>often</ttl>', undefined],
    ['<ttl/>', undefined],
    ['<ttl>99999999</ttl>', 31_622_400],
    ['<sy:updatePeriod>hourly</sy:updatePeriod>', 3_600],
    ['<sy:updatePeriod> Hourly </sy:updatePeriod><sy:updateFrequency>\n2\n</sy:updateFrequency>', 1_800],
    ['<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>24</sy:updateFrequency>', 3_600],
    ['<sy:updatePeriod>weekly</sy:updatePeriod>', 604_800],
    ['<sy:updateFrequency>4</sy:updateFrequency>', 21_600],
    ['<sy:updatePeriod>toString</sy:updatePeriod>', undefined],
    ['<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>', 3_600],
    ['<ttl>15</ttl><sy:updatePeriod>daily</sy:updatePeriod>', 900],
    ['', undefined],
  ])('%s', async (announced, seconds) => {
    const feed = await read(`<rss ${SYNDICATION}><channel>${announced}<title>t</title></channel></rss>`);
    expect(feed.announcedIntervalSeconds).toBe(seconds);
  });

  it('is read in Atom as well', async () => {
    const feed = await read(`<feed ${SYNDICATION}><sy:updatePeriod>hourly</sy:updatePeriod></feed>`);
    expect(feed.announcedIntervalSeconds).toBe(3_600);
  });
});

describe('the hubs a feed names', () => {
  it('are links of that relation in RSS, each once, beside its own address', async () => {
    const feed = await read(
      `<rss xmlns:a10="http://www.w3.org/2005/Atom"><channel><a10:link rel="hub" href="https://hub.example/"/><a10:link rel="self" href="/feed"/>
      <a10:link rel="hub" href="https://hub.example/"/><a10:link rel="hub" href="javascript:x"/><a10:link rel="hub" href="/own"/></channel></rss>`,
    );
    expect(feed.hubs).toEqual(['https://hub.example/', 'https://a.example/own']);
    expect(feed.selfLink).toBe('https://a.example/feed');
  });

  it('are links of that relation in Atom, five at most', async () => {
    const links = Array.from({ length: 9 }, (_, at) => `<link rel="hub" href="https://h${at}.example/"/>`);
    const feed = await read(`<feed xmlns="http://www.w3.org/2005/Atom">${links.join('')}</feed>`);
    expect(feed.hubs).toHaveLength(5);
  });

  it('are WebSub’s in JSON Feed, not those of rssCloud', async () => {
    const hubs = [
      { type: 'rssCloud', url: 'https://cloud.example/' },
      { type: 'WebSub', url: 'https://hub.example/' },
      7,
    ];
    const feed = await read(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', hubs, items: [] }));
    expect(feed.hubs).toEqual(['https://hub.example/']);
  });
});

async function read(text: string): Promise<ParsedFeed> {
  const parsed = await parseFeed(Buffer.from(text), { url: 'https://a.example/feed.xml' });
  if (parsed.kind !== 'feed') throw new Error(parsed.message);
  return parsed;
}
