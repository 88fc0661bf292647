import { toHttpUrl } from '@/lib/core/url';

const MAX_URL_CHARS = 2_000;

/** Parameters that count readers and change nothing else. */
const TRACKING_PREFIXES =
  /^(?:utm_|mtm_|pk_|piwik_|at_|guce_|oly_|hsa_|ga_|_hs|mc_|vero_|wt_|trk_|stm_|__s$)/i;
const TRACKING_NAMES = new Set(
  (
    'fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid li_fat_id igshid igsh mkt_tok ' +
    'wickedid s_cid cmpid ncid xtor ito smid ref_src ref_url sr_share guccounter rb_clickid spm scm ' +
    'sharedid share_id share_from ocid cvid partner_id fb_ref fb_source action_object_map nr_email_referer'
  ).split(' '),
);
/** Parameters that mean something, unless all they say is that the reader came from a feed. */
const ORIGIN_NAMES = new Set(
  'ref referrer source src from via cmp campaign partner medium feed format'.split(' '),
);
const ORIGIN_VALUES =
  /^(?:rss|feed|rssfeed|rss[-_]?\w{0,12}|atom|newsletter|homepage|social|twitter|telegram)$/i;

/** Counters that carry the true address in a parameter. */
const WRAPPERS: Readonly<Record<string, string>> = {
  'www.google.com/url': 'url',
  'news.google.com/url': 'url',
  'www.bing.com/news/apiclick.aspx': 'url',
  'l.facebook.com/l.php': 'u',
};

/** The address a reader follows: absolute http(s), without counters and fragment. */
export function cleanUrl(written: string, base?: string): string | undefined {
  const url = toHttpUrl(written.replaceAll('&amp;', '&'), base);
  if (!url || url.href.length > MAX_URL_CHARS) return undefined;
  const clean = unwrap(url);
  clean.hash = clean.hash.startsWith('#!') ? clean.hash : '';
  clean.username = '';
  clean.password = '';
  for (const [name, value] of [...clean.searchParams]) {
    if (isTracking(name, value)) clean.searchParams.delete(name, value);
  }
  // An untouched query keeps the spelling its server knows.
  if (clean.searchParams.size === 0) clean.search = '';
  return clean.href;
}

/** The identity of an article's address: {@link cleanUrl}, with the scheme and host in one form. */
export function canonicalUrl(written: string, base?: string): string | undefined {
  const clean = cleanUrl(written, base);
  if (clean === undefined) return undefined;
  const url = new URL(clean);
  url.hostname = url.hostname.replace(/\.$/, '');
  const isName = /[a-z]$/i.test(url.hostname) && url.hostname.includes('.');
  if (url.protocol === 'http:' && url.port === '' && isName) url.protocol = 'https:';
  return url.href;
}

function unwrap(url: URL): URL {
  const name = WRAPPERS[url.host + url.pathname];
  const target = name === undefined ? null : url.searchParams.get(name);
  return (target === null ? undefined : toHttpUrl(target)) ?? url;
}

function isTracking(name: string, value: string): boolean {
  const lower = name.toLowerCase();
  if (TRACKING_NAMES.has(lower) || TRACKING_PREFIXES.test(lower)) return true;
  return ORIGIN_NAMES.has(lower) && ORIGIN_VALUES.test(value);
}
