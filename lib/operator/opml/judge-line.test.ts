import { expect, test } from 'vitest';
import type { ListedFeed } from '@/lib/model/opml-import';
import { judgeLine } from './judge-line';

test.each([
  ['https://a.example/feed', 'https://a.example/feed'],
  ['feed://a.example/feed', 'https://a.example/feed'],
  ['feed:https://a.example/feed', 'https://a.example/feed'],
  ['a.example/feed.xml#top', 'https://a.example/feed.xml'],
  [' HTTP://A.example:80/Feed ', 'http://a.example/Feed'],
])('%s is the feed %s', (said, url) => {
  expect(judge({ url: said })).toMatchObject({ kind: 'feed', url });
});

test.each([
  ['', /no address/],
  ['not an address', /“not an address” is not a web address\./],
  ['mailto:desk@a.example', /not a web address: it begins with mailto:, not with https:/],
  ['javascript:alert(1)', /it begins with javascript:/],
  ['https://me:secret@a.example/feed', /password/],
  [`https://a.example/${'x'.repeat(2_000)}`, /longer than 2,000/],
  [`https://${'x y'.repeat(60)}`, /…” is not a web address/],
  ['intranet', /not a web address/],
  ['http://10.0.0.1/feed', /may not be reached: 10\.0\.0\.1 belongs to a private network\./],
  ['http://2130706433/feed', /this machine itself/],
  ['http://[::ffff:169.254.169.254]/', /cloud metadata/],
  ['http://localhost:3000/feed', /this machine itself/],
  ['http://desk.localhost/feed', /this machine itself/],
])('%s is refused', (said, words) => {
  const verdict = judge({ url: said });
  expect(verdict).toMatchObject({ kind: 'refused', message: expect.stringMatching(words) });
  expect(JSON.stringify(verdict)).not.toContain('secret');
});

test('on the pretend internet this machine may be asked', () => {
  expect(judgeLine(line({ url: 'http://127.0.0.1:4000/feed' }), 'loopback-too')).toMatchObject({
    kind: 'feed',
  });
});

test.each<readonly [Partial<ListedFeed>, { name: string; siteUrl: string; site: string | undefined }]>([
  [
    { url: 'https://www.a.example/feed', title: 'Outlet A - All the news' },
    { name: 'Outlet A', siteUrl: 'https://www.a.example/', site: 'https://www.a.example/feed' },
  ],
  [
    { url: 'https://cdn.example/a.xml', siteUrl: 'https://a.example/', title: 'A: RSS' },
    { name: 'A', siteUrl: 'https://a.example/', site: 'https://a.example/' },
  ],
  [
    { url: 'https://feeds.feedburner.com/a', title: 'Outlet A' },
    { name: 'Outlet A', siteUrl: 'https://feeds.feedburner.com/a', site: undefined },
  ],
  [
    { url: 'https://www.reddit.com/r/a/.rss', siteUrl: 'https://www.reddit.com/', title: 'A' },
    { name: 'A', siteUrl: 'https://www.reddit.com/r/a/.rss', site: undefined },
  ],
  [
    {
      url: 'https://www.youtube.com/feeds/videos.xml?user=A',
      siteUrl: 'https://www.youtube.com/user/A',
      title: 'A',
    },
    { name: 'A', siteUrl: 'https://www.youtube.com/user/A', site: 'https://www.youtube.com/user/A' },
  ],
  [
    { url: 'https://a.example/feed', siteUrl: 'javascript:alert(1)' },
    { name: 'a.example', siteUrl: 'https://a.example/', site: 'https://a.example/feed' },
  ],
])('%o has its source', (given, { name, siteUrl, site }) => {
  expect(judge(given)).toMatchObject({ site, source: { name, siteUrl } });
});

function judge(given: Partial<ListedFeed>) {
  return judgeLine(line(given), 'public');
}

function line(given: Partial<ListedFeed>): ListedFeed {
  return { url: '', title: undefined, siteUrl: undefined, folder: undefined, ...given };
}
