import { toHttpUrl } from '@/lib/core/url';

const MAX_ADDRESS_CHARS = 2_000;
const FEED_SCHEME = /^feed:\/{0,2}(?=https?:)/i;
/** Machines of one's own seldom have a certificate. */
const OWN_MACHINE = /^(?:localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:]+\])(?=$|[:/])/i;
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
  const url = toHttpUrl(withScheme(text));
  if (!url || url.username !== '' || url.password !== '' || !isHost(url.hostname)) return undefined;
  url.hash = '';
  return url.href;
}

function withScheme(text: string): string {
  if (OWN_MACHINE.test(text)) return `http://${text}`;
  return HAS_SCHEME.test(text) ? text : `https://${text}`;
}

/** A bare word is no host out there; `localhost` and addresses are judged by the guard of outbound requests. */
function isHost(hostname: string): boolean {
  return hostname.includes('.') || hostname.startsWith('[') || hostname === 'localhost';
}
