import type { TokenId } from './ids';

export const AMBIGUITIES = ['safe', 'lite', 'word', 'banned'] as const;
/**
 * How far a token's symbol or name can be trusted to mean the token: `safe` always, `lite` in a text about
 * crypto, `word` means other things too and wants a word of the market or its other half beside it,
 * `banned` never counts bare (AI, US, IT).
 */
export type Ambiguity = (typeof AMBIGUITIES)[number];

export const ALIAS_KINDS = ['strong', 'lite', 'ambiguous', 'deny'] as const;
/**
 * `strong` counts alone, `lite` in a text about crypto, `ambiguous` wants confirmation,
 * `deny` is a phrase that is not the token.
 */
export type AliasKind = (typeof ALIAS_KINDS)[number];

export interface TokenAlias {
  readonly text: string;
  readonly kind: AliasKind;
}

export interface Token {
  readonly id: TokenId;
  /** Only a label: several tokens may share it. */
  readonly symbol: string;
  readonly name: string;
  /** The file name of the logo in the icon set, where it has one. */
  readonly icon: string | undefined;
  /** 1 is the best known; `undefined` is the long tail. */
  readonly rank: number | undefined;
  readonly symbolAmbiguity: Ambiguity;
  readonly nameAmbiguity: Ambiguity;
  readonly aliases: readonly TokenAlias[];
}
