import { toSlug } from '@/lib/core/slug';
import { siteOf } from '@/lib/core/url';
import type { ComparableArticle, Neighbour } from '@/lib/model/placement';
import { fingerprintOf, type Fingerprint } from './fingerprint';
import { countShared, overlap } from './shingles';

/** That two articles of different sources carry one text, and what shows it. */
export interface Copy {
  readonly neighbour: Neighbour;
  /** Which of the two says that it is the copy; `undefined` where neither does. */
  readonly confessed: 'article' | 'neighbour' | undefined;
  readonly evidence: string;
  /** 0–1, for choosing among several. */
  readonly strength: number;
}

const MIN_BODY_RESEMBLANCE = 0.45;
const MIN_BODY_CONTAINMENT = 0.72;
export const MIN_BODY_SHINGLES = 12;
const MIN_QUOTABLE_SHINGLES = 40;
const MIN_LEAD_RESEMBLANCE = 0.55;
const MIN_LEAD_CONTAINMENT = 0.75;
export const MIN_LEAD_SHINGLES = 8;
/** Texts this alike are one even where the linker read different tokens from them. */
const BEYOND_DOUBT = 0.9;

/** Whether `article` and `neighbour` are copies of one text. A source never reposts itself. */
export function findCopy(article: ComparableArticle, neighbour: Neighbour): Copy | undefined {
  if (article.sourceId === neighbour.sourceId) return undefined;
  return findStatedCopy(article, neighbour) ?? findTextualCopy(article, neighbour);
}

function findStatedCopy(article: ComparableArticle, neighbour: Neighbour): Copy | undefined {
  if (article.canonicalUrl === neighbour.canonicalUrl) {
    const evidence = `Both point to ${article.canonicalUrl}`;
    return { neighbour, confessed: whichIsElsewhere(article, neighbour), evidence, strength: 1 };
  }
  const credit = creditsTo(article, neighbour);
  if (credit !== undefined) return { neighbour, confessed: 'article', evidence: credit, strength: 1 };
  const credited = creditsTo(neighbour, article);
  return credited === undefined
    ? undefined
    : { neighbour, confessed: 'neighbour', evidence: credited, strength: 1 };
}

/** Of two articles with one canonical address, the one that does not live there is the copy. */
function whichIsElsewhere(article: ComparableArticle, neighbour: Neighbour): Copy['confessed'] {
  const home = siteOf(article.canonicalUrl);
  const [isHome, isNeighbourHome] = [siteOf(article.url) === home, siteOf(neighbour.url) === home];
  if (isHome === isNeighbourHome) return undefined;
  return isHome ? 'neighbour' : 'article';
}

/** The words by which `copy` names `original`: its address, or its publisher over the same title or body. */
function creditsTo(copy: ComparableArticle, original: ComparableArticle): string | undefined {
  const { attribution } = copy;
  if (!attribution) return undefined;
  const named = attribution.url;
  if (named !== undefined && (named === original.canonicalUrl || named === original.url))
    return attribution.evidence;
  const sameWords =
    copy.titleHash === original.titleHash ||
    (copy.bodyHash !== undefined && copy.bodyHash === original.bodyHash);
  return sameWords && isNameOf(attribution.name, original) ? attribution.evidence : undefined;
}

function isNameOf(name: string | undefined, { sourceId, url }: ComparableArticle): boolean {
  const bare = (text: string) => toSlug(text).replace(/-/g, '');
  if (name === undefined || bare(name) === '') return false;
  const site = siteOf(url) ?? '';
  return [sourceId, site, site.replace(/\.[a-z]+$/, '')].some((known) => bare(known) === bare(name));
}

function findTextualCopy(article: ComparableArticle, neighbour: Neighbour): Copy | undefined {
  if (article.bodyHash !== undefined && article.bodyHash === neighbour.bodyHash) {
    return { neighbour, confessed: undefined, evidence: 'The same text, word for word', strength: 0.95 };
  }
  const [mine, theirs] = [fingerprintOf(article), fingerprintOf(neighbour)];
  const alike = likeness(mine, theirs);
  if (alike === undefined || isOtherBulletin(mine, theirs)) return undefined;
  if (hasOtherSubject(article, neighbour) && alike.resemblance < BEYOND_DOUBT) return undefined;
  const evidence = `${Math.round(alike.share * 100)} % of the ${alike.part} stands in the other`;
  return { neighbour, confessed: undefined, evidence, strength: alike.share * 0.9 };
}

interface Likeness {
  readonly part: 'text' | 'opening';
  readonly share: number;
  readonly resemblance: number;
}

function likeness(a: Fingerprint, b: Fingerprint): Likeness | undefined {
  return bodyLikeness(a, b) ?? leadLikeness(a, b);
}

function bodyLikeness(a: Fingerprint, b: Fingerprint): Likeness | undefined {
  const smaller = Math.min(a.body.length, b.body.length);
  if (smaller < MIN_BODY_SHINGLES || countShared(a.sketch, b.sketch) === 0) return undefined;
  const whole = overlap(a.body, b.body);
  // A teaser found deep in a long article is a quotation; an excerpt is the beginning of what it was cut from.
  const share = smaller < MIN_QUOTABLE_SHINGLES ? overlap(a.opening, b.opening).ofSmaller : whole.ofSmaller;
  if (whole.ofAll < MIN_BODY_RESEMBLANCE && share < MIN_BODY_CONTAINMENT) return undefined;
  return { part: 'text', share: Math.max(share, whole.ofAll), resemblance: whole.ofAll };
}

function leadLikeness(a: Fingerprint, b: Fingerprint): Likeness | undefined {
  if (Math.min(a.lead.length, b.lead.length) < MIN_LEAD_SHINGLES) return undefined;
  const { ofSmaller, ofAll } = overlap(a.lead, b.lead);
  if (ofAll < MIN_LEAD_RESEMBLANCE && ofSmaller < MIN_LEAD_CONTAINMENT) return undefined;
  return { part: 'opening', share: ofSmaller, resemblance: ofAll };
}

/** "BNB drops below 930" and "BNB drops below 940": one mould, another bulletin. */
export function isOtherBulletin(a: Fingerprint, b: Fingerprint): boolean {
  return a.mould === b.mould && a.cast !== b.cast;
}

/** One text about one token and one about another, however alike: "BLUAI is available", "YALA is available". */
export function hasOtherSubject(a: ComparableArticle, b: ComparableArticle): boolean {
  if (a.primaryTokenId === undefined || b.primaryTokenId === undefined) return false;
  if (a.primaryTokenId === b.primaryTokenId) return false;
  return !a.tokenIds.includes(b.primaryTokenId) || !b.tokenIds.includes(a.primaryTokenId);
}
