import { toHttpUrl } from '@/lib/core/url';

const MAX_ADDRESS_CHARS = 2_000;
const FEED_SCHEME = /^feed:\/{0,2}(?=https?:)/i;
const HAS_SCHEME = /^[a-z][a-z\d+.-]*:(?!\d)/i;

/**
 * The address an operator means: `outlet.example/feed` and `feed://outlet.example/feed` are understood,
 * a fragment is dropped. `undefined` for what is no web address.
 */
export function toFeedAddress(input: string): string | undefined {
  const text = input
    .trim()
    .replace(FEED_SCHEME, '')
    .replace(/^feed:\/\//i, 'https://');
  if (text === '' || text.length > MAX_ADDRESS_CHARS || /\s/.test(text)) return undefined;
  const url = toHttpUrl(HAS_SCHEME.test(text) ? text : `https://${text}`);
  if (!url || url.username !== '' || url.password !== '' || !isHost(url.hostname)) return undefined;
  url.hash = '';
  return url.href;
}

/** A bare word is no host out there; `localhost` and addresses are judged by the guard of outbound requests. */
function isHost(hostname: string): boolean {
  return hostname.includes('.') || hostname.startsWith('[') || hostname === 'localhost';
}
