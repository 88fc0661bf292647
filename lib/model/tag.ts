import type { TokenId, TopicId } from './ids';

export type TagField = 'title' | 'lede' | 'body';

/** Where a tag comes from, in the text as the linker read it. */
export interface TagEvidence {
  readonly field: TagField;
  /** A stable rule name such as `name+ticker`; {@link TAG_RULE_WORDS} says it to a reader. */
  readonly rule: TagRule;
  readonly matchedText: string;
  /** UTF-16 offsets into the field, end exclusive. */
  readonly spanStart: number;
  readonly spanEnd: number;
}

/** That an article is about a token, and why. */
export interface TokenTag extends TagEvidence {
  readonly tokenId: TokenId;
  readonly role: 'primary' | 'about';
  /** 0–1, how sure. */
  readonly score: number;
  /** What confirmed a match that would not count alone. */
  readonly confirmedBy: string | undefined;
}

/** A token that the linker considered for an article and refused. */
export interface RefusedTag {
  readonly tokenId: TokenId;
  readonly field: TagField;
  readonly matchedText: string;
  /** In words, for an operator: `“AI” alone is no evidence: it means too many other things`. */
  readonly reason: string;
}

/** That an article belongs to a topic, and why. */
export interface TopicTag {
  readonly topicId: TopicId;
  /** Where the words stand; `source` where it belongs there by who published it. */
  readonly field: TagField | 'source';
  readonly matchedText: string;
}

export const TAG_RULES = [
  'name+ticker',
  'name',
  'ticker',
  'cashtag',
  'pair',
  'name+context',
  'ticker+context',
  'name+crypto',
] as const;
export type TagRule = (typeof TAG_RULES)[number];

/** Each rule in a reader's words; completes "Tagged because …". */
export const TAG_RULE_WORDS: Readonly<Record<TagRule, string>> = {
  'name+ticker': 'the name stands with its ticker',
  name: 'the name is unmistakable',
  ticker: 'the ticker is unmistakable',
  cashtag: 'it is written as a cashtag',
  pair: 'it stands in a trading pair',
  'name+context': 'the name stands with a word of the market',
  'ticker+context': 'the ticker stands with a word of the market',
  'name+crypto': 'the name stands in a text about crypto',
};

/** The text a tag's offsets count in. Where there is no dek the lede is the body's beginning. */
export function textOfField(
  article: { readonly title: string; readonly dek: string | undefined; readonly bodyText: string },
  field: TagField,
): string {
  if (field === 'title') return article.title;
  return field === 'lede' ? (article.dek ?? article.bodyText) : article.bodyText;
}
