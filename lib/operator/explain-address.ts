import { toHttpUrl } from '@/lib/core/url';
import { MAX_ADDRESS_CHARS } from './feed-address';

const MAX_SHOWN_CHARS = 80;
const OTHER_SCHEME = /^(?!https?:|feed:)([a-z][a-z\d+.-]*):(?!\d)/i;

/** Why something that was given as an address is none, in a sentence; for what `toFeedAddress` does not take. */
export function explainAddress(said: string): string {
  const text = said.trim();
  if (text.length > MAX_ADDRESS_CHARS)
    return `The address is longer than ${MAX_ADDRESS_CHARS.toLocaleString('en')} characters.`;
  const url = toHttpUrl(text);
  if (url && `${url.username}${url.password}` !== '')
    return 'The address carries a name or a password. The desk keeps no passwords.';
  const scheme = OTHER_SCHEME.exec(text)?.[1]?.toLowerCase();
  const why = scheme === undefined ? '' : `: it begins with ${scheme}:, not with https:`;
  return `“${shorten(text)}” is not a web address${why}.`;
}

function shorten(text: string): string {
  return text.length > MAX_SHOWN_CHARS ? `${text.slice(0, MAX_SHOWN_CHARS)}…` : text;
}
