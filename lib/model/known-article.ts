import type { ArticleId, FeedId } from './ids';

/** What the desk has of an article when its item comes again. */
export interface KnownArticle {
  readonly articleId: ArticleId;
  /** The feed that brought it first: its wording counts, another feed of the source may carry an excerpt. */
  readonly feedId: FeedId;
  readonly guid: string;
  readonly url: string;
  readonly canonicalUrl: string;
  readonly title: string;
  readonly contentHash: string;
  readonly withdrawnAt: Date | undefined;
}
