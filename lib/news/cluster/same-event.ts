import { HOUR_MS } from '@/lib/core/time';
import { NEIGHBOUR_WINDOW_MS, type ComparableArticle, type Neighbour } from '@/lib/model/placement';
import { fingerprintOf, type Fingerprint } from './fingerprint';
import { hasOtherSubject, isOtherBulletin } from './find-copy';
import { overlap } from './shingles';

/** How likely two articles tell one event, and the words they share. */
export interface Kinship {
  /** Above 0 they do; the further, the surer. */
  readonly score: number;
  readonly shared: readonly string[];
}

const MAX_SHARED_SHOWN = 4;
const MIN_TELLING_WEIGHT = 0.5;
const MIN_SHARED_WEIGHT = 1;
const MIN_SAME_TEXT = 0.7;

/** Compares two articles as tellings of an event; `undefined` where they cannot be tellings of one. */
export function kinshipOf(article: ComparableArticle, neighbour: Neighbour): Kinship | undefined {
  if (languageOf(article) !== languageOf(neighbour)) return undefined;
  if (msApart(article, neighbour) > NEIGHBOUR_WINDOW_MS) return undefined;
  const [mine, theirs] = [fingerprintOf(article), fingerprintOf(neighbour)];
  const shared = tellingShared(mine, theirs);
  if (!shared || isOtherBulletin(mine, theirs) || hasOtherSubject(article, neighbour)) return undefined;
  if (isNextIssue(article, neighbour)) return undefined;
  const features = compare(article, neighbour, { mine, theirs });
  const score = FEATURES.reduce((sum, feature) => sum + WEIGHTS[feature] * features[feature], BIAS);
  return { score, shared: shared.slice(0, MAX_SHARED_SHOWN).map((word) => mine.spelling.get(word) ?? word) };
}

/** "Daily recap" of one source, today's and yesterday's. The same text again is no next issue. */
function isNextIssue(article: ComparableArticle, neighbour: Neighbour): boolean {
  const sameColumn = article.sourceId === neighbour.sourceId && article.titleHash === neighbour.titleHash;
  return (
    sameColumn &&
    overlap(fingerprintOf(article).body, fingerprintOf(neighbour).body).ofSmaller < MIN_SAME_TEXT
  );
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
  priceTalk: -2,
};
const BIAS = -6;
const FEATURES = Object.keys(WEIGHTS) as readonly Feature[];

function compare(
  article: ComparableArticle,
  neighbour: Neighbour,
  { mine, theirs }: { readonly mine: Fingerprint; readonly theirs: Fingerprint },
): Readonly<Record<Feature, number>> {
  const bare = mine.lede.size === 0 || theirs.lede.size === 0;
  return {
    title: cosine(mine.title, theirs.title),
    // Where one is a headline and nothing more, its title has to speak for the lede.
    lede: bare ? 0.7 * cosine(mine.title, theirs.title) : cosine(mine.lede, theirs.lede),
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
    priceTalk: Number(mine.priceTalk || theirs.priceTalk),
  };
}

function msApart(a: ComparableArticle, b: ComparableArticle): number {
  return Math.abs(momentOf(a) - momentOf(b));
}

function languageOf({ language }: ComparableArticle): string {
  return language.split('-')[0]?.toLowerCase() ?? '';
}

/** The telling words that one title shares with the other article, if they weigh enough to mean anything. */
function tellingShared(a: Fingerprint, b: Fingerprint): readonly string[] | undefined {
  const shared = new Set<string>();
  let weightShared = 0;
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    for (const [word, weight] of one.title) {
      if (weight < MIN_TELLING_WEIGHT || shared.has(word) || !(other.title.has(word) || other.lede.has(word)))
        continue;
      shared.add(word);
      weightShared += weight;
    }
  }
  return weightShared < MIN_SHARED_WEIGHT ? undefined : [...shared];
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
