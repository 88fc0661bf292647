import type { RefusedTag, TokenTag, TopicTag } from './tag';

/** What told us that an article was first published elsewhere. */
export const ATTRIBUTION_KINDS = [
  'canonical-link',
  'source-element',
  'appeared-first-on',
  'byline',
  'aggregator',
  'same-text',
] as const;
export type AttributionKind = (typeof ATTRIBUTION_KINDS)[number];

/** Who published first, and the words or link that say so. */
export interface Attribution {
  readonly kind: AttributionKind;
  readonly name: string | undefined;
  readonly url: string | undefined;
  /** The evidence as found, e.g. the sentence of the feed's own tail. */
  readonly evidence: string;
}

export interface ArticleImage {
  readonly url: string;
  readonly alt: string | undefined;
}

/** One item of a feed, cleaned and dated, before it is known whether we have it already. */
export interface Article {
  /** The feed's own id for the item, or the canonical URL where it gives none. */
  readonly guid: string;
  readonly url: string;
  readonly canonicalUrl: string;
  readonly title: string;
  /** The standfirst: plain text, never a copy of the body's first lines glued to itself. */
  readonly dek: string | undefined;
  /** Sanitised HTML by an allow-list. */
  readonly bodyHtml: string | undefined;
  readonly bodyText: string;
  readonly author: string | undefined;
  readonly language: string;
  readonly image: ArticleImage | undefined;
  readonly categories: readonly string[];
  /** When the source says it published. Missing stays missing: never "now". */
  readonly claimedAt: Date | undefined;
  /** The claim lay in the future and was set back to first sight. */
  readonly claimClamped: boolean;
  readonly firstSeenAt: Date;
  /** SHA-256, hex, over title and body text: changes when the wording does. */
  readonly contentHash: string;
  /** The same over the lower-cased letters and digits of the title alone, every script kept. */
  readonly titleHash: string;
  /** The same over the body alone; `undefined` where there is too little text to compare. */
  readonly bodyHash: string | undefined;
  readonly attribution: Attribution | undefined;
}

/** An article with what the stages after normalising found. */
export interface TaggedArticle extends Article {
  readonly tokens: readonly TokenTag[];
  readonly topics: readonly TopicTag[];
  /** Tokens that were considered and refused. */
  readonly refused?: readonly RefusedTag[];
}
