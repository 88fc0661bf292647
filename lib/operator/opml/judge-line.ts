import { spellingsOf } from '@/lib/core/spellings';
import type { JudgedLine, ListedFeed, RefusedAddress } from '@/lib/model/opml-import';
import { explainAddress } from '@/lib/operator/explain-address';
import { nameSource } from '@/lib/operator/name-source';
import { toFeedAddress } from '@/lib/operator/feed-address';
import { toSourceId } from '@/lib/operator/to-source-id';
import type { AddressPolicy } from '@/lib/system/address-guard';
import { refuseUrl } from '@/lib/system/refuse-url';
import { siteOfListedFeed } from './site-of-listed-feed';

const NO_ADDRESS = 'The line has no address.';

/** What is to be done about a line of a list, by what it says alone: whether the address answers, polling tells. */
export function judgeLine(line: ListedFeed, policy: AddressPolicy): JudgedLine['verdict'] {
  const url = toFeedAddress(line.url);
  if (url === undefined) return refuse(line.url.trim() === '' ? NO_ADDRESS : explainAddress(line.url));
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

function refuse(message: string): RefusedAddress {
  return { kind: 'refused', message };
}
