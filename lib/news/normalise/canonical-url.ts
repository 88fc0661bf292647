import { toHttpUrl } from '@/lib/core/url';
import { isTracking } from './tracking';
import { isAmpSwitch, undoAmpHost, undoAmpPath } from './undo-amp';
import { unwrapUrl } from './unwrap-url';

const MAX_URL_CHARS = 2_000;
/** A character's reference may itself have been escaped on its way. */
const ESCAPED_AMPERSAND = /&(?:amp;)+/g;

/**
 * The address a reader follows: absolute http(s), out of the wrappers of search engines and caches, without
 * counters, AMP forms and fragment. `undefined` for `javascript:`, `data:` and whatever else is no web address.
 */
export function cleanUrl(written: string, base?: string): string | undefined {
  const url = toHttpUrl(written.replace(ESCAPED_AMPERSAND, '&'), base);
  if (!url || url.href.length > MAX_URL_CHARS) return undefined;
  return settle(url, toClean).href;
}

/** The identity of an article's address: {@link cleanUrl}, with the scheme and host in one form. */
export function canonicalUrl(written: string, base?: string): string | undefined {
  const clean = cleanUrl(written, base);
  return clean === undefined ? undefined : settle(new URL(clean), (url) => toClean(toIdentity(url))).href;
}

/** One layer may lie below another. Each turn takes something away, so there is a last one. */
function settle(url: URL, change: (url: URL) => URL): URL {
  let settled = url;
  for (;;) {
    const before = settled.href;
    settled = change(settled);
    if (settled.href === before) return settled;
  }
}

function toClean(url: URL): URL {
  const clean = unwrapUrl(url);
  clean.username = '';
  clean.password = '';
  if (!clean.hash.startsWith('#!')) clean.hash = '';
  dropTracking(clean);
  if (/amp/i.test(clean.pathname)) clean.pathname = undoAmpPath(clean.pathname);
  return clean;
}

function toIdentity(url: URL): URL {
  const host = undoAmpHost(url.hostname.replace(/\.+$/, ''));
  if (host !== url.hostname) url.hostname = host;
  const isName = /[a-z]$/i.test(url.hostname) && url.hostname.includes('.');
  if (url.protocol === 'http:' && url.port === '' && isName) url.protocol = 'https:';
  return url;
}

function dropTracking(url: URL): void {
  const dropped =
    url.search === ''
      ? []
      : [...url.searchParams].filter(([name, value]) => isTracking(name, value) || isAmpSwitch(name, value));
  // An untouched query keeps the spelling its server knows.
  for (const [name, value] of dropped) url.searchParams.delete(name, value);
  if (url.search === '' || url.searchParams.size === 0) url.search = '';
}
