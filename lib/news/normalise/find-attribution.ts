import { getDomain, getDomainWithoutSuffix } from 'tldts';
import { siteOf, toHttpUrl } from '@/lib/core/url';
import type { Attribution } from '@/lib/model/article';
import type { Source } from '@/lib/model/feed';
import type { ParsedSource } from '@/lib/model/parsed-feed';
import { cleanUrl } from './canonical-url';
import { findByline, type EdgeLine } from './find-byline';
import { isKnownHouse } from './known-houses';
import { toKey, toLine } from './plain-text';
import type { SyndicationTail } from './shape-body';
import { isCounter } from './unwrap-url';

const MAX_EVIDENCE_CHARS = 300;

/** Where anybody may have a page: a link there names no other publisher. */
const PLATFORMS = new Set(
  (
    'medium.com substack.com mirror.xyz paragraph.xyz paragraph.com youtube.com youtu.be x.com twitter.com t.co t.me ' +
    'telegram.me telegram.org github.com github.io wordpress.com blogspot.com ghost.io notion.site notion.so google.com ' +
    'facebook.com instagram.com linkedin.com reddit.com discord.com discord.gg linktr.ee tiktok.com apple.com spotify.com ' +
    'bit.ly buff.ly ow.ly tinyurl.com lnkd.in dlvr.it ift.tt msn.com archive.org archive.is'
  ).split(' '),
);
/** A link by which an aggregator sends its reader on to where it took the text. */
const ONWARD =
  /^(?:(?:read|view|see|continue|visit|full|go to)\b.{0,40}|(?:original|source|via)\b.{0,40}|.{0,6}(?:原文|全文|阅读|閱讀|查看|続き|元記事|المصدر|المزيد).{0,12})$/iu;

/** What an item says of where it was first published. */
export interface AttributionClues {
  /** The item's own link, or the page's `rel=canonical` where it was fetched. */
  readonly url: string;
  readonly source: ParsedSource | undefined;
  readonly tail: SyndicationTail | undefined;
  readonly lines: readonly EdgeLine[];
  readonly title: string;
  readonly authors: readonly string[];
}

/**
 * Who published first, by what the item itself says, the strongest evidence first: a link to another publisher's
 * site, a `<source>` element, the tail a publishing system left, a byline or credit in the text, and what an
 * aggregator names. `undefined` where all of it points to `source` itself.
 */
export function findAttribution(clues: AttributionClues, source: Publisher): Attribution | undefined {
  return (
    fromLink(clues.url, clues.source, source) ??
    fromSourceElement(clues.source, source) ??
    fromTail(clues.tail, source) ??
    fromByline(clues.lines, source) ??
    (source.kind === 'aggregator' ? fromAggregator(clues, source) : undefined)
  );
}

/** What a page's `rel=canonical` says of its article: that it lives on another publisher's site. */
export function attributeByCanonical(canonical: string, source: Publisher): Attribution | undefined {
  const site = otherSite(canonical, source);
  if (site === undefined) return undefined;
  return {
    kind: 'canonical-link',
    name: site,
    url: canonical,
    evidence: `Its page names ${site} as its home.`,
  };
}

function fromLink(
  url: string,
  element: ParsedSource | undefined,
  source: Publisher,
): Attribution | undefined {
  const site = otherSite(url, source);
  if (site === undefined) return undefined;
  const named = element?.url === undefined || siteOf(element.url) !== site ? '' : toLine(element.name ?? '');
  return {
    kind: 'canonical-link',
    name: named === '' ? site : named,
    url,
    evidence: `The item links to ${site}.`,
  };
}

/** A search engine names in `<source>` whom it found. */
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

function fromByline(lines: readonly EdgeLine[], source: Publisher): Attribution | undefined {
  const byline = findByline(lines, source.kind);
  if (!byline || isSameName(byline.name, source) || byline.urls.some((url) => isSameSite(url, source)))
    return undefined;
  return {
    kind: 'byline',
    name: byline.name,
    url: byline.urls.find((url) => otherSite(url, source) !== undefined),
    evidence: byline.sentence.slice(0, MAX_EVIDENCE_CHARS),
  };
}

/** A source that republishes: a newsroom it gives as author or behind the title, or a link that leads on. */
function fromAggregator(clues: AttributionClues, source: Publisher): Attribution | undefined {
  const behindTitle = /\s[-–—|]\s([^-–—|]{2,40})$/u.exec(clues.title)?.[1];
  const names = [...clues.authors.map(toLine), behindTitle ?? ''].map((name) => name.replace(/^by\s/i, ''));
  const name = names.find((each) => isKnownHouse(each) && !isSameName(each, source));
  if (name !== undefined) {
    return {
      kind: 'aggregator',
      name,
      url: undefined,
      evidence: `${source.name} republishes others and names ${name}.`,
    };
  }
  const onward = clues.lines.findLast((line) => line.place === 'closing' && ONWARD.test(line.text));
  const url = onward?.urls.find((each) => otherSite(each, source) !== undefined);
  const site = url === undefined ? undefined : siteOf(url);
  if (site === undefined) return undefined;
  return {
    kind: 'aggregator',
    name: site,
    url,
    evidence: `${source.name} republishes others, and its text leads on to ${site}.`,
  };
}

/** The site of an address where it is another publisher's. */
function otherSite(url: string, source: Publisher): string | undefined {
  const domain = getDomain(url);
  if (domain === null || PLATFORMS.has(domain) || isCounter(url) || isSameSite(url, source)) return undefined;
  return siteOf(url);
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

type Publisher = Pick<Source, 'name' | 'siteUrl' | 'id' | 'kind'>;
