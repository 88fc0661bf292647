import { toHttpUrl } from '@/lib/core/url';

export const MAX_ADDRESS_CHARS = 2_000;
/** As names go through the domain name system (RFC 1035). */
const MAX_HOST_CHARS = 253;
const MAX_LABEL_CHARS = 63;
/** What an address copied from a text is often wrapped in. */
const WRAPPING = /^[\s<"'“”‘’«»]+|[\s>"'“”‘’«»]+$/g;
const FEED_SCHEME = /^feed:\/{0,2}(?=https?:)/i;
/** Machines of one's own seldom have a certificate. */
const OWN_MACHINE = /^(?:localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:]+\])(?=$|[:/])/i;
const HAS_SCHEME = /^[a-z][a-z\d+.-]*:(?!\d)/i;

/**
 * The address an operator means: `outlet.example/feed` and `feed://outlet.example/feed` are understood,
 * quotation marks around it and a fragment are dropped. `undefined` for what is no web address.
 */
export function toFeedAddress(input: string): string | undefined {
  const text = input
    .replace(WRAPPING, '')
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
  if (hostname.startsWith('[') || hostname === 'localhost') return true;
  const labels = hostname.replace(/\.$/, '').split('.');
  return (
    labels.length > 1 &&
    hostname.length <= MAX_HOST_CHARS &&
    labels.every((label) => label !== '' && label.length <= MAX_LABEL_CHARS)
  );
}
