import { siteOf, toHttpUrl } from '@/lib/core/url';
import type { ListedFeed } from '@/lib/model/opml-import';

/** Machines that hand out other people's feeds: the host says nothing about who publishes. */
const DELIVERY_HOST = /^(?:feeds?\d*|rss|podcasts?|xml)\./;
const SHARED_SITES = new Set([
  'acast.com',
  'anchor.fm',
  'art19.com',
  'blogger.com',
  'bsky.app',
  'buzzsprout.com',
  'feed43.com',
  'feedburner.com',
  'feedproxy.google.com',
  'fetchrss.com',
  'github.com',
  'google.com',
  'libsyn.com',
  'medium.com',
  'megaphone.fm',
  'mirror.xyz',
  'news.google.com',
  'nitter.net',
  'omny.fm',
  'omnycontent.com',
  'paragraph.xyz',
  'podbean.com',
  'politepol.com',
  'reddit.com',
  'rss.app',
  'rss.com',
  'rsshub.app',
  'simplecast.com',
  'soundcloud.com',
  'spreaker.com',
  't.me',
  'transistor.fm',
  'vimeo.com',
  'youtube.com',
]);

/**
 * Whose site a listed feed lies on. `site` is what to look for a known source by: what the list says, else the
 * feed's own host; `undefined` where that host is many publishers'. `siteUrl` is what a new source gets.
 */
export function siteOfListedFeed(
  { siteUrl }: Pick<ListedFeed, 'siteUrl'>,
  feedUrl: string,
): { readonly site: string | undefined; readonly siteUrl: string } {
  const said = siteUrl === undefined ? undefined : toHttpUrl(siteUrl);
  // A place of one's own on a shared site is a site: its path tells it from its neighbours.
  if (said && (said.pathname !== '/' || !isShared(said.hostname)))
    return { site: said.href, siteUrl: said.href };
  if (isShared(new URL(feedUrl).hostname)) return { site: undefined, siteUrl: feedUrl };
  return { site: feedUrl, siteUrl: new URL('/', feedUrl).href };
}

function isShared(host: string): boolean {
  return DELIVERY_HOST.test(host) || SHARED_SITES.has(siteOf(`https://${host}/`) ?? host);
}
