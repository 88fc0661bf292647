import { toHttpUrl } from '@/lib/core/url';

/** Ways out of one site that carry the address they lead to in a parameter. */
const WRAPPERS: Readonly<Record<string, readonly string[]>> = {
  'www.google.com/url': ['url', 'q'],
  'news.google.com/url': ['url', 'q'],
  'news.google.com/news/url': ['url'],
  'www.bing.com/news/apiclick.aspx': ['url'],
  'l.facebook.com/l.php': ['u'],
  'lm.facebook.com/l.php': ['u'],
  'l.instagram.com/': ['u'],
  'out.reddit.com/': ['url'],
  'medium.com/r/': ['url'],
  'vk.com/away.php': ['to'],
  'www.youtube.com/redirect': ['q'],
  'flipboard.com/redirect': ['url'],
  'getpocket.com/redirect': ['url'],
  'slack-redir.net/link': ['url'],
};
const AMP_CACHES = /(?:^|\.)cdn\.ampproject\.org$|^(?:www\.)?bing-amp\.com$/;
const AMP_CACHE_PATH = /^\/(?:c|v|wp|r)\/(s\/)?(?=[^/]+\.[^/]+)(.+)$/;
const GOOGLE_HOST = /^(?:www\.)?google\.[a-z.]{2,6}$/;
const GOOGLE_AMP_PATH = /^\/amp\/(s\/)?(?=[^/]+\.[^/]+)(.+)$/;
const GOOGLE_NEWS_PATH = /^\/(?:rss\/)?(?:articles|read|__i\/rss\/rd\/articles)\/([\w-]{16,}={0,2})$/;
/** In Google's message the address is field 4, a string. */
const ADDRESS_FIELD = 0x22;
const COUNTERS =
  /(?:^|\.)(?:feedburner\.com|feedproxy\.google\.com|feedburner\.google\.com|feedsportal\.com|feedblitz\.com|pheedo\.com|rss\.app)$/;

/** The address that `url` only wraps, however often; `url` itself where it wraps none. */
export function unwrapUrl(url: URL): URL {
  let inner = url;
  for (;;) {
    const next = wrappedBy(inner);
    // Each layer costs characters; what does not grow shorter is no wrapper.
    if (!next || next.href.length >= inner.href.length) return inner;
    inner = next;
  }
}

/** Whether an address belongs to a service that counts a feed's readers: it names no publisher. */
export function isCounter(url: string): boolean {
  const host = toHttpUrl(url)?.hostname;
  return host !== undefined && COUNTERS.test(host);
}

function wrappedBy(url: URL): URL | undefined {
  const names = WRAPPERS[url.host + url.pathname];
  if (names) return names.map((name) => toHttpUrl(url.searchParams.get(name) ?? '')).find(Boolean);
  if (url.host === 'news.google.com') return readGoogleNews(url);
  if (AMP_CACHES.test(url.hostname)) return readCached(url, AMP_CACHE_PATH);
  return GOOGLE_HOST.test(url.hostname) ? readCached(url, GOOGLE_AMP_PATH) : undefined;
}

/** `/c/s/site.example/story`: the `s` says https, and the rest is the address. */
function readCached(url: URL, shape: RegExp): URL | undefined {
  const [, secure, rest] = shape.exec(url.pathname) ?? [];
  return rest === undefined ? undefined : toHttpUrl(`http${secure ? 's' : ''}://${rest}${url.search}`);
}

/** The older kind of these ids holds the address in base64; the newer one is known to Google alone. */
function readGoogleNews(url: URL): URL | undefined {
  const id = GOOGLE_NEWS_PATH.exec(url.pathname)?.[1];
  if (id === undefined) return undefined;
  const bytes = Buffer.from(id, 'base64url');
  const field = bytes.indexOf(ADDRESS_FIELD);
  if (field === -1) return undefined;
  const { value: length, at } = readVarint(bytes, field + 1);
  const written = bytes.toString('utf8', at, at + length);
  return at + length <= bytes.length && !/\s/.test(written) ? toHttpUrl(written) : undefined;
}

function readVarint(bytes: Uint8Array, start: number): { readonly value: number; readonly at: number } {
  const low = bytes[start] ?? 0;
  if (low < 0x80) return { value: low, at: start + 1 };
  return { value: (low & 0x7f) | ((bytes[start + 1] ?? 0) << 7), at: start + 2 };
}
