import { getDomain, getDomainWithoutSuffix } from 'tldts';
import { siteOf, toHttpUrl } from '@/lib/core/url';
import type { Attribution } from '@/lib/model/article';
import type { Source } from '@/lib/model/feed';
import type { ParsedSource } from '@/lib/model/parsed-feed';
import { cleanUrl } from './canonical-url';
import { toKey, toLine } from './plain-text';
import type { SyndicationTail } from './shape-body';

const MAX_EVIDENCE_CHARS = 300;

/** Where anybody may have a page: a link there names no other publisher. */
const PLATFORMS = new Set(
  (
    'medium.com substack.com mirror.xyz paragraph.xyz paragraph.com youtube.com youtu.be x.com twitter.com t.me ' +
    'telegram.me github.com github.io wordpress.com blogspot.com feedburner.com feedproxy.google.com ghost.io notion.site'
  ).split(' '),
);

/**
 * Who published first, by what the item itself says: the tail a publishing system left, a `<source>` element, or a
 * link that leads to another publisher's site. `undefined` where all of it points to `source` itself.
 */
export function findAttribution(
  item: {
    readonly url: string;
    readonly source: ParsedSource | undefined;
    readonly tail: SyndicationTail | undefined;
  },
  source: Pick<Source, 'name' | 'siteUrl' | 'id'>,
): Attribution | undefined {
  return fromTail(item.tail, source) ?? fromSourceElement(item.source, source) ?? fromLink(item.url, source);
}

function fromTail(tail: SyndicationTail | undefined, source: Publisher): Attribution | undefined {
  if (!tail || isSameName(tail.name, source) || tail.urls.some((url) => isSameSite(url, source)))
    return undefined;
  return {
    kind: 'appeared-first-on',
    name: tail.name,
    url: tail.urls[0],
    evidence: tail.sentence.slice(0, MAX_EVIDENCE_CHARS),
  };
}

function fromSourceElement(element: ParsedSource | undefined, source: Publisher): Attribution | undefined {
  if (!element) return undefined;
  const name = toLine(element.name ?? '') || (element.url === undefined ? undefined : siteOf(element.url));
  const url = element.url === undefined ? undefined : cleanUrl(element.url);
  if (name === undefined || isSameName(name, source)) return undefined;
  if (url !== undefined && isSameSite(url, source)) return undefined;
  return {
    kind: 'source-element',
    name,
    url,
    evidence: `The feed gives "${name}" as the source of this item.`,
  };
}

function fromLink(url: string, source: Publisher): Attribution | undefined {
  const site = siteOf(url);
  const domain = getDomain(url);
  if (site === undefined || domain === null || PLATFORMS.has(domain) || isSameSite(url, source))
    return undefined;
  return { kind: 'canonical-link', name: site, url, evidence: `The item links to ${site}.` };
}

function isSameName(name: string, source: Publisher): boolean {
  const key = toKey(name);
  const own = [toKey(source.name), toKey(source.id), toKey(siteOf(source.siteUrl) ?? '')];
  return own.some(
    (candidate) => candidate !== '' && (key.startsWith(candidate) || candidate.startsWith(key)),
  );
}

/**
 * Also under another ending: one house may have `.news` and `.info`. Where the host has no domain of its own
 * (an address, a machine of the LAN) several sites may share it, and each is what lies below its path.
 */
function isSameSite(url: string, source: Publisher): boolean {
  const own = getDomainWithoutSuffix(source.siteUrl);
  if (own !== null && own !== '') return getDomainWithoutSuffix(url) === own;
  return siteOf(url) === siteOf(source.siteUrl) && isBelow(url, source.siteUrl);
}

function isBelow(url: string, folder: string): boolean {
  return toHttpUrl(url)?.pathname.startsWith(toHttpUrl(folder)?.pathname ?? '/') === true;
}

type Publisher = Pick<Source, 'name' | 'siteUrl' | 'id'>;
