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
