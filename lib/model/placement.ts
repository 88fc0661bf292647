import { HOUR_MS } from '@/lib/core/time';
import type { Attribution } from './article';
import type { SourceKind } from './feed';
import type { ArticleId, SourceId, StoryId, TokenId } from './ids';

/** Two articles further apart than this never tell the same event; an exact copy may be of any age. */
export const NEIGHBOUR_WINDOW_MS = 72 * HOUR_MS;
/** How much of a body is compared; a query need not load more. */
export const NEIGHBOUR_TEXT_CHARS = 3_000;

/** What one article shows of itself when it is compared with another. */
export interface ComparableArticle {
  readonly sourceId: SourceId;
  readonly sourceKind: SourceKind;
  readonly language: string;
  readonly title: string;
  readonly dek: string | undefined;
  /** At least the first {@link NEIGHBOUR_TEXT_CHARS} characters. */
  readonly bodyText: string;
  readonly url: string;
  readonly canonicalUrl: string;
  readonly titleHash: string;
  readonly bodyHash: string | undefined;
  readonly attribution: Attribution | undefined;
  readonly claimedAt: Date | undefined;
  readonly firstSeenAt: Date;
  readonly primaryTokenId: TokenId | undefined;
  /** Every token it is tagged with, the primary one included. */
  readonly tokenIds: readonly TokenId[];
}

/**
 * An article the desk has already, in its place. A query for one article's neighbours brings:
 * every visible article seen within {@link NEIGHBOUR_WINDOW_MS} before it, and those of any age with the same
 * canonical URL, the same title hash, the same body hash, or the URL its attribution names.
 * What is computed of a neighbour is remembered per object: hand the same objects in again where you can.
 */
export interface Neighbour extends ComparableArticle {
  readonly articleId: ArticleId;
  readonly storyId: StoryId;
  readonly relation: 'origin' | 'report' | 'repost';
  readonly repostOfId: ArticleId | undefined;
  /** What an operator decided of its story: nothing joins or leaves a locked one, a pinned one keeps its lead. */
  readonly storyHold?: 'locked' | 'pinned' | undefined;
}

/** What a score was made of, by feature, before its weights. */
export type StoryFeatures = Readonly<Record<string, number>>;

/** How near an article is to the story it joined, and what its nearest member has in common with it. */
export interface StoryFit {
  readonly score: number;
  readonly features: StoryFeatures;
}

/**
 * Where an article stands, and why in a reader's words.
 *
 * - `opens`: nothing we have tells this event; it becomes the origin of a new story.
 * - `joins` as `repost`: a copy of `repostOfId`, which is never itself a repost.
 * - `joins` as `report`: another newsroom's own telling of the event.
 * - `joins` as `origin`: the story's lead so far is a copy of this article and merely came in sooner;
 *   this one becomes the lead and gives the story its title.
 *
 * `copies` (for `report` and `origin`) are stored articles that turn out to be copies of this one. Whoever stores
 * the placement makes each of them a `repost` of the new article, and moves whatever was a repost of a copy
 * along: every row with `repostOfId` in `copies` points to the new article too.
 *
 * `absorbs` is another, younger story that the article shows to tell the same event: its articles move to `storyId`,
 * its lead becomes a report, and its address leads there from now on.
 */
export type Placement =
  | { readonly kind: 'opens' }
  | {
      readonly kind: 'joins';
      readonly relation: 'repost';
      readonly storyId: StoryId;
      readonly repostOfId: ArticleId;
      readonly evidence: string;
    }
  | {
      readonly kind: 'joins';
      readonly relation: 'report' | 'origin';
      readonly storyId: StoryId;
      readonly copies: readonly ArticleId[];
      readonly evidence: string;
      /** Where kinship decided, not a copy. */
      readonly fit?: StoryFit;
      readonly absorbs?: StoryId;
    };
