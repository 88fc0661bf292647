import type { TokenId } from '@/lib/model/ids';
import type { TokenTag } from '@/lib/model/tag';
import { QUOTE_SYMBOLS } from './market-words';
import type { Mention } from './sighting';

const MAX_TAGS = 8;
/** A title that lists more tokens than this is about none of them first. */
const MAX_TITLE_TOKENS_WITH_PRIMARY = 5;
const MIN_TITLE_WEIGHT = 0.45;
const MIN_LEDE_WEIGHT = 0.8;
const MIN_MENTIONS_PER_100_WORDS = 1;
/** In a body shorter than this the first words are the headline's continuation. */
const SHORT_BODY_CHARS = 180;
const SUBJECT_WITHIN_CHARS = 12;

/** Decides which tokens an article is about: those of its title, else those that its text keeps coming back to. */
export function chooseTags(mentions: ReadonlyMap<TokenId, readonly Mention[]>, size: ArticleSize): Choice {
  const candidates = toCandidates(mentions);
  const titled = candidates.filter((candidate) => candidate.title >= MIN_TITLE_WEIGHT);
  const about = candidates
    .filter((candidate) => isAbout(candidate, titled.length, size))
    .toSorted(byStanding);
  const kept = about.slice(0, MAX_TAGS);
  const withPrimary = titled.length <= MAX_TITLE_TOKENS_WITH_PRIMARY;
  return {
    tags: kept.map((candidate, place) => toTag(candidate, withPrimary && place === 0)),
    passedOver: candidates
      .filter((candidate) => !kept.includes(candidate))
      .map((candidate) => ({
        mentions: candidate.mentions,
        reason: whyPassedOver(candidate, { titled: titled.length, isOneTooMany: about.includes(candidate) }),
      })),
  };
}

export interface Choice {
  readonly tags: readonly TokenTag[];
  /** Tokens that are meant beyond doubt, but that the article is not about; why, in words. */
  readonly passedOver: readonly { readonly mentions: readonly Mention[]; readonly reason: string }[];
}

export interface ArticleSize {
  readonly words: number;
  readonly bodyChars: number;
}

/** What an article says of one token. */
interface Candidate {
  readonly mentions: readonly Mention[];
  /** The heaviest mention in each field. */
  readonly title: number;
  readonly lede: number;
  /** Weighted count of mentions, and its part of that of all tokens. */
  readonly count: number;
  readonly share: number;
  /** Where in the title it stands first, 0–1. */
  readonly firstInTitle: number;
  readonly onlyAsGround: boolean;
  readonly quoteCurrency: boolean;
}

function toCandidates(mentionsByToken: ReadonlyMap<TokenId, readonly Mention[]>): readonly Candidate[] {
  const counted = [...mentionsByToken.values()].map((all) => all.filter(({ weight }) => weight > 0));
  const total = counted.reduce((sum, mentions) => sum + countOf(mentions), 0);
  return counted.map((mentions) => ({
    mentions,
    title: heaviest(mentions, 'title'),
    lede: heaviest(mentions, 'lede'),
    count: countOf(mentions),
    share: total > 0 ? countOf(mentions) / total : 0,
    firstInTitle: Math.min(1, ...mentions.filter(({ field }) => field === 'title').map(({ at }) => at)),
    onlyAsGround: mentions.every(({ chain }) => chain),
    quoteCurrency: QUOTE_SYMBOLS.has(mentions[0]?.token.symbol ?? ''),
  }));
}

function isAbout(candidate: Candidate, titled: number, size: ArticleSize): boolean {
  if (candidate.title >= MIN_TITLE_WEIGHT) {
    return !(candidate.quoteCurrency && candidate.title < 0.6 && titled > 1);
  }
  if (candidate.onlyAsGround) return false;
  if (titled > 0) return isSecondSubject(candidate);
  return isSubjectOfShortBody(candidate, size) || isSubjectOfBody(candidate, size);
}

/** The title names another token; this one fills a good part of the text all the same. */
function isSecondSubject({ lede, count, share, quoteCurrency }: Candidate): boolean {
  return lede >= MIN_LEDE_WEIGHT && count >= 4 && share >= 0.35 && !quoteCurrency;
}

function isSubjectOfBody({ lede, count, share }: Candidate, size: ArticleSize): boolean {
  if ((100 * count) / Math.max(1, size.words) < MIN_MENTIONS_PER_100_WORDS) return false;
  return lede >= MIN_LEDE_WEIGHT && count >= 3 && share >= 0.45;
}

function isSubjectOfShortBody({ lede, share, mentions }: Candidate, size: ArticleSize): boolean {
  if (size.bodyChars >= SHORT_BODY_CHARS || lede < MIN_LEDE_WEIGHT || share < 0.9) return false;
  return mentions.some(({ field, start }) => field === 'lede' && start < SUBJECT_WITHIN_CHARS);
}

function whyPassedOver(
  { onlyAsGround, quoteCurrency }: Candidate,
  { titled, isOneTooMany }: { readonly titled: number; readonly isOneTooMany: boolean },
): string {
  if (isOneTooMany) return `It is one of more than ${MAX_TAGS} tokens.`;
  if (quoteCurrency) return 'It is only the currency of an amount.';
  if (onlyAsGround) return 'It is only the ground that something else stands on.';
  return titled > 0
    ? 'It is mentioned by the way: the title names another token.'
    : 'It is mentioned by the way: the text does not keep to it.';
}

/** Tokens of the title come first, by how early and how much they are spoken of. */
function byStanding(a: Candidate, b: Candidate): number {
  return standing(b) - standing(a);
}

function standing({ title, lede, count, share, firstInTitle }: Candidate): number {
  if (title >= MIN_TITLE_WEIGHT) return 10 + 2 * Math.min(1, title) - 3 * firstInTitle + 1.6 * share;
  return 1.2 * lede + Math.min(1.2, 0.3 * Math.log2(1 + count)) + share;
}

function toTag({ mentions }: Candidate, primary: boolean): TokenTag {
  const [first, ...others] = mentions;
  if (!first) throw new Error('A token without a mention was to be tagged.');
  const best = others.reduce(
    (found, mention) => (sureness(mention) > sureness(found) ? mention : found),
    first,
  );
  return {
    tokenId: best.token.id,
    role: primary ? 'primary' : 'about',
    score: Number(sureness(best).toFixed(3)),
    field: best.field,
    rule: best.rule,
    matchedText: best.text,
    spanStart: best.start,
    spanEnd: best.end,
    confirmedBy: best.confirmedBy,
  };
}

const SURENESS_OF_FIELD = { title: 1, lede: 0.9, body: 0.8 } as const;

function sureness({ weight, field }: Mention): number {
  return Math.min(1, weight) * SURENESS_OF_FIELD[field];
}

function heaviest(mentions: readonly Mention[], field: Mention['field']): number {
  return Math.max(0, ...mentions.filter((mention) => mention.field === field).map(({ weight }) => weight));
}

function countOf(mentions: readonly Mention[]): number {
  return mentions.reduce((sum, { weight }) => sum + Math.min(1, weight), 0);
}
