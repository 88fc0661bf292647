import type { RefusedTag } from '@/lib/model/tag';
import type { Choice } from './choose-tags';
import type { Settled } from './confirm-sightings';
import type { Denial } from './find-names';
import type { Mention } from './sighting';

const MAX_REFUSALS = 12;
/** The order in which a reader meets them. Doubtful words of the body are everywhere, and nobody asks about them. */
const FIELDS = ['title', 'lede', 'body'] as const;

/** What was considered and refused, the title's first, one reason for each token. */
export function explainRefusals({ settled, choice, denied, crypto }: Considered): readonly Refusal[] {
  const refusals = [
    ...settled.doubtful.flatMap((mentions) => refuse(mentions, (mention) => whyDoubtful(mention, crypto))),
    ...denied.map((denial) => ({ ...denial, reason: 'The phrase is known to mean something else.' })),
  ].filter(({ field }) => field !== 'body');
  const passedOver = choice.passedOver.flatMap(({ mentions, reason }) => refuse(mentions, () => reason));
  const seen = new Set(choice.tags.map(({ tokenId }) => tokenId));
  return [...passedOver, ...refusals]
    .toSorted((a, b) => FIELDS.indexOf(a.field) - FIELDS.indexOf(b.field) || a.start - b.start)
    .filter(({ token }) => !seen.has(token.id) && seen.add(token.id))
    .slice(0, MAX_REFUSALS);
}

/** All that a reading of an article came to. */
export interface Considered {
  readonly settled: Settled;
  readonly choice: Choice;
  readonly denied: readonly Denial[];
  /** The text was taken to be about crypto. */
  readonly crypto: boolean;
}

/** A refusal before its words are read from the article. */
export type Refusal = Denial & Pick<RefusedTag, 'reason'>;

function refuse(mentions: readonly Mention[], why: (mention: Mention) => string): readonly Refusal[] {
  const [first] = mentions;
  if (!first) return [];
  const { token, field, start, end } = first;
  return [{ token, field, start, end, reason: why(first) }];
}

function whyDoubtful(mention: Mention, crypto: boolean): string {
  return mention.half === 'ticker' ? whyDoubtfulTicker(mention) : whyDoubtfulName(mention, crypto);
}

function whyDoubtfulTicker({ text, token, weight }: Mention): string {
  if (weight > 0) return 'It is only the currency of an amount.';
  if (token.symbolAmbiguity === 'banned') {
    return `“${text}” alone is no evidence: it means too many other things.`;
  }
  if (token.rank === undefined) return `“${text}” alone is no evidence: the token is little known.`;
  if (token.symbolAmbiguity === 'safe') return `“${text}” belongs to the words before it.`;
  return `“${text}” may be a word, and nothing beside it speaks of a market.`;
}

function whyDoubtfulName({ text, frail, token }: Mention, crypto: boolean): string {
  if (frail && token.nameAmbiguity === 'banned') {
    return `“${text}” is more than a token’s name: its ticker does not stand beside it.`;
  }
  if (token.nameAmbiguity === 'lite' && !crypto) {
    return `“${text}” may be a word, and the text is not about crypto.`;
  }
  return `“${text}” may be a word: neither its ticker nor a word of the market stands beside it.`;
}
