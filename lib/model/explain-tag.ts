import { TAG_RULE_WORDS, type TagField, type TokenTag } from './tag';

/** What of a tag a reader is told. */
export interface TagReason extends Pick<TokenTag, 'field' | 'rule' | 'matchedText' | 'confirmedBy'> {
  readonly decidedBy: 'linker' | 'operator';
}

const FIELD_WORDS: Readonly<Record<TagField, string>> = { title: 'Title', lede: 'Lede', body: 'Text' };

/** Why a token is tagged, in one line: `Title: “Solana (SOL)”, the name stands with its ticker`. */
export function explainTag({ field, rule, matchedText, confirmedBy, decidedBy }: TagReason): string {
  if (decidedBy === 'operator') return 'An operator of this desk said so';
  const found = `${FIELD_WORDS[field]}: “${matchedText}”, ${TAG_RULE_WORDS[rule]}`;
  return confirmedBy === undefined ? found : `${found}, confirmed by “${confirmedBy}”`;
}
