export const FINDING_KINDS = [
  'silent',
  'empty',
  'shrunken',
  'flood',
  'same-dates',
  'future-dates',
  'new-ids',
  'language',
  'moved',
  'gone',
] as const;
/**
 * `silent`: longer without news than its rhythm allows; `empty` and `shrunken`: far fewer items than before;
 * `flood`: far more new ones than were to be expected; `same-dates`: every item claims one moment; `new-ids`: items
 * we know come under other ids; `language`: its articles are in another language than they were; `moved`: its site
 * says so, or it has been followed; `gone`: its site says so for the first time.
 */
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Something odd about a feed that answers. */
export interface FeedFinding {
  readonly kind: FindingKind;
  /** A sentence for an operator, with the figures. */
  readonly words: string;
  /** ISO 8601: when it was first seen. */
  readonly since: string;
  /** ISO 8601: when it was last seen. What cannot be seen again, such as a flood, ends by itself after that. */
  readonly seen: string;
}
