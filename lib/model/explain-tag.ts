import { TAG_RULE_WORDS, type TagField, type TokenTag } from './tag';

const FIELD_WORDS: Readonly<Record<TagField, string>> = { title: 'Title', lede: 'Lede', body: 'Text' };

/** Why a token is tagged, in one line: `Title: “Solana (SOL)”, the name stands with its ticker`. */
export function explainTag(tag: Pick<TokenTag, 'field' | 'rule' | 'matchedText' | 'confirmedBy'>): string {
  const found = `${FIELD_WORDS[tag.field]}: “${tag.matchedText}”, ${TAG_RULE_WORDS[tag.rule]}`;
  return tag.confirmedBy === undefined ? found : `${found}, confirmed by “${tag.confirmedBy}”`;
}
