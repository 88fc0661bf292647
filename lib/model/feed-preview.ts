import type { SourceKind } from './feed';
import type { FeedId, SourceId, TokenId } from './ids';
import type { FeedLink, ParsedFeed } from './parsed-feed';

/** What an operator sees of an address before anything of it is stored. */
export type FeedPreview =
  | PreviewedFeed
  /** A page for people that names these feeds. */
  | {
      readonly kind: 'page';
      readonly url: string;
      readonly message: string;
      readonly links: readonly FeedLink[];
    }
  | { readonly kind: 'refused'; readonly url: string; readonly message: string };

export interface PreviewedFeed {
  readonly kind: 'feed';
  /** The address that would be stored and asked. */
  readonly url: string;
  readonly title: string | undefined;
  readonly format: ParsedFeed['format'];
  readonly items: number;
  /** The newest first. */
  readonly articles: readonly PreviewArticle[];
  /** What the operator should know before adding it, a sentence each. */
  readonly remarks: readonly string[];
  /** It is in the catalogue, or was. */
  readonly known: { readonly id: FeedId; readonly removed: boolean } | undefined;
  /** A source of the desk with the same site. */
  readonly existingSource: { readonly id: SourceId; readonly name: string } | undefined;
  readonly draft: SourceDraft;
}

/** One item as the desk would show it. */
export interface PreviewArticle {
  readonly title: string;
  readonly url: string;
  readonly language: string;
  readonly excerpt: string | undefined;
  readonly claimedAt: Date | undefined;
  readonly tokens: readonly PreviewToken[];
}

export interface PreviewToken {
  readonly id: TokenId;
  readonly symbol: string;
  readonly name: string;
  readonly isPrimary: boolean;
  /** The words that earned the tag. */
  readonly matchedText: string;
}

/** What a new source would be called and counted as: guessed from the feed, for the operator to correct. */
export interface SourceDraft {
  readonly name: string;
  readonly siteUrl: string;
  readonly language: string;
  readonly country: string;
  readonly kind: SourceKind;
  readonly cryptoOnly: boolean;
}
