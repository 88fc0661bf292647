import { HOUR_MS } from '@/lib/core/time';
import { NEIGHBOUR_WINDOW_MS, type ComparableArticle, type Neighbour } from '@/lib/model/placement';
import { fingerprintOf, type Fingerprint } from './fingerprint';
import { hasOtherSubject, isOtherBulletin } from './find-copy';

/** How likely two articles tell one event, and the words they share. */
export interface Kinship {
  /** Above 0 they do; the further, the surer. */
  readonly score: number;
  readonly shared: readonly string[];
}

const MAX_SHARED_SHOWN = 4;

/** Compares two articles as tellings of an event; `undefined` where they cannot be tellings of one. */
export function kinshipOf(article: ComparableArticle, neighbour: Neighbour): Kinship | undefined {
  if (languageOf(article) !== languageOf(neighbour) || msApart(article, neighbour) > NEIGHBOUR_WINDOW_MS)
    return undefined;
  const [mine, theirs] = [fingerprintOf(article), fingerprintOf(neighbour)];
  const shared = tellingShared(mine, theirs);
  if (shared.length === 0 || isOtherBulletin(mine, theirs)) return undefined;
  const features = compare(article, neighbour, { mine, theirs });
  const score = Object.entries(WEIGHTS).reduce(
    (sum, [name, weight]) => sum + weight * (features[name as Feature] ?? 0),
    BIAS,
  );
  return { score, shared: shared.slice(0, MAX_SHARED_SHOWN) };
}

/** The moment an article stands for: as claimed, else as first seen. */
export function momentOf({ claimedAt, firstSeenAt }: ComparableArticle): number {
  return (claimedAt ?? firstSeenAt).getTime();
}

type Feature = keyof typeof WEIGHTS;

/** Fitted by logistic regression on labelled pairs of two days of crypto news, then rounded. */
const WEIGHTS = {
  title: 1,
  lede: 7,
  cross: 5,
  mass: 1.1,
  numbers: 1.5,
  otherNumbers: -0.5,
  days: -1.5,
  sameSource: -1.5,
  sameSubject: 1.3,
  otherSubject: -3,
  priceTalk: -2,
};
const BIAS = -6;

export function compare(
  article: ComparableArticle,
  neighbour: Neighbour,
  { mine, theirs }: { readonly mine: Fingerprint; readonly theirs: Fingerprint },
): Readonly<Record<Feature, number>> {
  return {
    title: cosine(mine.title, theirs.title),
    lede: cosine(mine.lede, theirs.lede),
    cross: Math.max(coverage(mine.title, theirs), coverage(theirs.title, mine)),
    mass: Math.min(5, sharedWeight(mine.title, theirs.title)),
    numbers: Math.min(2, countCommon(mine.numbers, theirs.numbers)),
    otherNumbers: Number(
      mine.titleNumbers.size > 0 &&
        theirs.titleNumbers.size > 0 &&
        countCommon(mine.titleNumbers, theirs.titleNumbers) === 0,
    ),
    days: msApart(article, neighbour) / (24 * HOUR_MS),
    sameSource: Number(article.sourceId === neighbour.sourceId),
    sameSubject: Number(
      article.primaryTokenId !== undefined && article.primaryTokenId === neighbour.primaryTokenId,
    ),
    otherSubject: Number(hasOtherSubject(article, neighbour)),
    priceTalk: Number(mine.priceTalk || theirs.priceTalk),
  };
}

function msApart(a: ComparableArticle, b: ComparableArticle): number {
  return Math.abs(momentOf(a) - momentOf(b));
}

function languageOf({ language }: ComparableArticle): string {
  return language.split('-')[0]?.toLowerCase() ?? '';
}

/** The full-weight words that both titles have, or one title and the other's lede. */
function tellingShared(a: Fingerprint, b: Fingerprint): readonly string[] {
  const inB = (word: string) => b.title.has(word) || b.lede.has(word);
  const inA = (word: string) => a.title.has(word) || a.lede.has(word);
  const words = [
    ...[...a.title].filter(([word]) => inB(word)),
    ...[...b.title].filter(([word]) => inA(word)),
  ];
  return [...new Set(words.filter(([, weight]) => weight === 1).map(([word]) => word))];
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const dot = [...a].reduce((sum, [word, weight]) => sum + weight * (b.get(word) ?? 0), 0);
  return dot === 0 ? 0 : dot / (norm(a) * norm(b));
}

function norm(weights: ReadonlyMap<string, number>): number {
  return Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0));
}

/** How much of a title's weight the other article's title and lede have. */
function coverage(title: ReadonlyMap<string, number>, other: Fingerprint): number {
  const total = [...title.values()].reduce((sum, weight) => sum + weight, 0);
  const found = [...title].filter(([word]) => other.title.has(word) || other.lede.has(word));
  return total === 0 ? 0 : found.reduce((sum, [, weight]) => sum + weight, 0) / total;
}

function sharedWeight(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  return [...a].reduce((sum, [word, weight]) => sum + (b.has(word) ? weight : 0), 0);
}

function countCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((number) => b.has(number)).length;
}
