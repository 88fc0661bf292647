export const HEADLINE_CHANGE_KINDS = ['retitled', 'withdrawn', 'back'] as const;
/** `withdrawn`: gone from the feed while older articles stayed; `back`: it stands there again. */
export type HeadlineChangeKind = (typeof HEADLINE_CHANGE_KINDS)[number];

/** One line of the headline ledger. */
export interface HeadlineChange {
  readonly kind: HeadlineChangeKind;
  readonly at: Date;
  readonly before: string;
  /** `undefined` where it was withdrawn. */
  readonly after: string | undefined;
}

/**
 * Whether a reader would call it another headline. Blanks, typographic quotes, dashes and signs nobody sees are a
 * matter of type; another letter, case, number or mark is not.
 */
export function isOtherHeadline(before: string, after: string): boolean {
  return before !== after && plainly(before) !== plainly(after);
}

function plainly(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Variation_Selector}]/gu, '')
    .replace(/[‘’‚‛′`´]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/\p{Dash}/gu, '-')
    .replace(/\s+/g, ' ')
    .trim();
}
