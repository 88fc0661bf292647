import { spellingsOf } from '@/lib/core/spellings';
import { toHttpUrl } from '@/lib/core/url';
import type { JudgedLine, ListedFeed, RefusedAddress } from '@/lib/model/opml-import';
import { nameSource } from '@/lib/operator/name-source';
import { toFeedAddress } from '@/lib/operator/feed-address';
import { toSourceId } from '@/lib/operator/to-source-id';
import type { AddressPolicy } from '@/lib/system/address-guard';
import { refuseUrl } from '@/lib/system/refuse-url';
import { siteOfListedFeed } from './site-of-listed-feed';

const MAX_SHOWN_CHARS = 80;
const MAX_ADDRESS_CHARS = 2_000;
const OTHER_SCHEME = /^(?!https?:|feed:)([a-z][a-z\d+.-]*):(?!\d)/i;

/** What is to be done about a line of a list, by what it says alone: whether the address answers, polling tells. */
export function judgeLine(line: ListedFeed, policy: AddressPolicy): JudgedLine['verdict'] {
  const url = toFeedAddress(line.url);
  if (url === undefined) return refuse(explainNoAddress(line.url));
  const refusal = refuseUrl(new URL(url), policy);
  if (refusal !== undefined) return refuse(`It may not be reached: ${refusal}.`);
  const { site, siteUrl } = siteOfListedFeed(line, url);
  const name = nameSource(line.title, siteUrl);
  return {
    kind: 'feed',
    url,
    spellings: spellingsOf(url),
    site,
    source: {
      id: toSourceId(name, siteUrl),
      name,
      siteUrl,
      language: 'en',
      country: undefined,
      kind: 'newsroom',
      cryptoOnly: false,
    },
  };
}

function explainNoAddress(said: string): string {
  const text = said.trim();
  if (text === '') return 'The line has no address.';
  if (text.length > MAX_ADDRESS_CHARS) return `The address is longer than ${MAX_ADDRESS_CHARS} characters.`;
  const url = toHttpUrl(text);
  if (url && `${url.username}${url.password}` !== '')
    return 'The address carries a name or a password. The desk keeps no passwords.';
  const shown = text.length > MAX_SHOWN_CHARS ? `${text.slice(0, MAX_SHOWN_CHARS)}…` : text;
  const scheme = OTHER_SCHEME.exec(text)?.[1]?.toLowerCase();
  return `“${shown}” is no web address${scheme === undefined ? '' : `: ${scheme}: leads elsewhere`}.`;
}

function refuse(message: string): RefusedAddress {
  return { kind: 'refused', message };
}
