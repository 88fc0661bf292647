import { HOUR_MS } from '@/lib/core/time';
import { NEIGHBOUR_WINDOW_MS, type ComparableArticle, type Neighbour } from '@/lib/model/placement';
import { fingerprintOf, type Fingerprint, type Weights } from './fingerprint';
import { hasOtherSubject, isOtherBulletin } from './find-copy';
import { overlap } from './shingles';
import { STORY_MODEL, type Feature, type StoryModel } from './story-model';

/** How likely two articles tell one event, and the telling words they share, cut to their stems. */
export interface Kinship {
  /** Above 0 they do; the further, the surer. */
  readonly score: number;
  readonly features: Readonly<Record<Feature, number>>;
  readonly shared: readonly string[];
}

/** A word that weighs less says nothing about which event is told. */
export const MIN_TELLING_WEIGHT = 0.5;
const MIN_SHARED_WEIGHT = 1;
const MIN_SAME_TEXT = 0.7;

/** Compares two articles as tellings of an event; `undefined` where they cannot be tellings of one. */
export function kinshipOf(
  article: ComparableArticle,
  neighbour: Neighbour,
  { bias, weights }: StoryModel = STORY_MODEL,
): Kinship | undefined {
  if (languageOf(article) !== languageOf(neighbour)) return undefined;
  if (msApart(article, neighbour) > NEIGHBOUR_WINDOW_MS) return undefined;
  const [mine, theirs] = [fingerprintOf(article), fingerprintOf(neighbour)];
  const shared = tellingShared(mine, theirs);
  if (!shared || isOtherBulletin(mine, theirs) || hasOtherSubject(article, neighbour)) return undefined;
  if (isNextIssue(article, neighbour)) return undefined;
  const features = compare(article, neighbour, { mine, theirs });
  const score = FEATURES.reduce((sum, feature) => sum + weights[feature] * features[feature], bias);
  return { score, features, shared };
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

export const MAX_TITLE_MASS = 5;
export const MAX_COMMON_NUMBERS = 2;
/** Where one article is a headline and nothing more, its title has to speak for the lede. */
export const TITLE_FOR_LEDE = 0.7;
export const FEATURES = Object.keys(STORY_MODEL.weights) as readonly Feature[];

function compare(
  article: ComparableArticle,
  neighbour: Neighbour,
  { mine, theirs }: { readonly mine: Fingerprint; readonly theirs: Fingerprint },
): Readonly<Record<Feature, number>> {
  const bare = isBare(mine) || isBare(theirs);
  const title = cosine(mine.title, theirs.title);
  return {
    title,
    lede: bare ? TITLE_FOR_LEDE * title : cosine(mine.lede, theirs.lede),
    cross: Math.max(coverage(mine.title, theirs), coverage(theirs.title, mine)),
    mass: Math.min(MAX_TITLE_MASS, sharedWeight(mine.title, theirs.title)),
    numbers: Math.min(MAX_COMMON_NUMBERS, countCommon(mine.numbers, theirs.numbers)),
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

/** Has no telling word beyond its title. */
function isBare({ lede }: Fingerprint): boolean {
  return lede.of.size === 0;
}

function msApart(a: ComparableArticle, b: ComparableArticle): number {
  return Math.abs(momentOf(a) - momentOf(b));
}

export function languageOf({ language }: ComparableArticle): string {
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
    for (const [word, weight] of one.title.of) {
      if (weight < MIN_TELLING_WEIGHT || shared.has(word) || !has(other, word)) continue;
      shared.add(word);
      weightShared += weight;
    }
  }
  return weightShared < MIN_SHARED_WEIGHT ? undefined : [...shared];
}

function has({ title, lede }: Fingerprint, word: string): boolean {
  return title.of.has(word) || lede.of.has(word);
}

function cosine(a: Weights, b: Weights): number {
  let dot = 0;
  for (const [word, weight] of a.of) dot += weight * (b.of.get(word) ?? 0);
  return dot === 0 ? 0 : dot / (a.norm * b.norm);
}

/** How much of a title's weight the other article's title and lede have. */
function coverage(title: Weights, other: Fingerprint): number {
  let found = 0;
  for (const [word, weight] of title.of) if (has(other, word)) found += weight;
  return title.total === 0 ? 0 : found / title.total;
}

function sharedWeight(a: Weights, b: Weights): number {
  let shared = 0;
  for (const [word, weight] of a.of) if (b.of.has(word)) shared += weight;
  return shared;
}

export function countCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const number of a) if (b.has(number)) common += 1;
  return common;
}
