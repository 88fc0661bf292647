import type { ArticleImage } from './article';
import type { TagReason } from './explain-tag';
import type { SourceKind } from './feed';
import type { ArticleId, SourceId, StoryId, TokenId, TopicId } from './ids';
import type { TokenQuote } from './quote';

/** Who published, as a list names it. */
export interface SourceLabel {
  readonly id: SourceId;
  readonly name: string;
  readonly kind: SourceKind;
}

/** A subject, as a chip names it. */
export interface TopicLabel {
  readonly id: TopicId;
  readonly name: string;
}

/** A token as a list names it, with its last price where one was ever heard. */
export interface PricedToken {
  readonly id: TokenId;
  readonly symbol: string;
  readonly name: string;
  readonly quote: TokenQuote | undefined;
}

/** A token that an article or a story is about, with the best that says so. */
export interface MentionedToken extends PricedToken {
  readonly why: TagReason;
  /** The article that says it. */
  readonly article: { readonly id: ArticleId; readonly slug: string };
}

/** An article as a list shows it. */
export interface Headline {
  readonly id: ArticleId;
  readonly slug: string;
  readonly title: string;
  readonly dek: string | undefined;
  readonly language: string;
  readonly source: SourceLabel;
  readonly image: ArticleImage | undefined;
  readonly claimedAt: Date | undefined;
  readonly firstSeenAt: Date;
  /** Where it stands in every list: as claimed, else by first sight. */
  readonly at: Date;
  readonly repost: boolean;
}

/** A story as the front page shows it: one lead, then who else reports. */
export interface StoryHeadline {
  readonly id: StoryId;
  readonly slug: string;
  readonly lead: Headline;
  readonly lastArticleAt: Date;
  /** Other sources' own reports, first come first. */
  readonly reports: readonly Headline[];
  readonly tokens: readonly MentionedToken[];
  readonly publisherCount: number;
  readonly repostCount: number;
}
