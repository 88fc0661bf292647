import type { ArticleId, StoryId } from '@/lib/model/ids';
import type { ComparableArticle, Neighbour, Placement } from '@/lib/model/placement';
import type { CandidateIndex } from './cluster/candidate-index';
import { shareFingerprint } from './cluster/fingerprint';
import { placeArticle } from './cluster/place-article';

/** A wording as common as this ("Daily recap") says nothing about who copied whom. */
const MAX_EXACT_MATCHES = 50;

/**
 * Articles that are placed together and stored together. Each finds those before it in the window as if they were
 * stored already; if they cannot be stored, the window forgets them.
 */
export class PlacingBatch {
  readonly #index: CandidateIndex;
  /** Those that share an address or a wording with one of the batch and are too old for the window. */
  readonly #older: Map<ArticleId, Neighbour>;
  readonly #undo: (() => void)[] = [];

  constructor(index: CandidateIndex, exact: readonly Neighbour[]) {
    this.#index = index;
    this.#older = new Map(
      exact.filter(({ articleId }) => !index.get(articleId)).map((older) => [older.articleId, older]),
    );
  }

  /** Places an article; the story is the one it opens, if it opens one. */
  place(
    article: ComparableArticle,
    ids: { readonly articleId: ArticleId; readonly storyId: StoryId },
  ): Placed {
    const older = [...this.#older.values()].filter((other) => isExactly(article, other));
    const candidates = this.#index.candidatesOf(article, older.slice(0, MAX_EXACT_MATCHES));
    const placement = placeArticle(article, candidates);
    const storyId = placement.kind === 'opens' ? ids.storyId : placement.storyId;
    const { articleId } = ids;
    const placed = { ...article, articleId, storyId, ...toPlace(placement) };
    shareFingerprint(article, placed);
    this.#index.put(placed);
    this.#undo.push(() => this.#index.remove(articleId));
    if (placement.kind === 'joins' && placement.relation !== 'repost')
      this.#gather(placement.copies, { storyId, relation: 'repost', repostOfId: articleId });
    return { articleId, storyId, placement };
  }

  /** Nothing of this was stored. */
  undo(): void {
    for (const step of this.#undo.toReversed()) step();
    this.#undo.length = 0;
  }

  /** Copies that came in first, and their own copies, become copies of the late original. */
  #gather(copies: readonly ArticleId[], place: Place): void {
    for (const copy of copies) {
      for (const repost of this.#index.repostsOf(copy)) this.#move(repost, place);
      const known = this.#index.get(copy);
      if (known) this.#move(known, place);
    }
    for (const older of this.#older.values()) {
      const isCopy = copies.some((copy) => copy === older.articleId || copy === older.repostOfId);
      if (isCopy) this.#older.set(older.articleId, { ...older, ...place });
    }
  }

  #move({ articleId, storyId, relation, repostOfId }: Neighbour, place: Place): void {
    this.#index.move(articleId, place);
    this.#undo.push(() => this.#index.move(articleId, { storyId, relation, repostOfId }));
  }
}

function isExactly(article: ComparableArticle, other: Neighbour): boolean {
  return (
    article.canonicalUrl === other.canonicalUrl ||
    article.titleHash === other.titleHash ||
    (article.bodyHash !== undefined && article.bodyHash === other.bodyHash) ||
    article.attribution?.url === other.canonicalUrl
  );
}

function toPlace(placement: Placement): Omit<Place, 'storyId'> {
  if (placement.kind === 'opens') return { relation: 'origin', repostOfId: undefined };
  const repostOfId = placement.relation === 'repost' ? placement.repostOfId : undefined;
  return { relation: placement.relation, repostOfId };
}

type Place = Pick<Neighbour, 'storyId' | 'relation' | 'repostOfId'>;

/** Where an article stands; the story is the one it opens, if it opens one. */
export interface Placed {
  readonly articleId: ArticleId;
  readonly storyId: StoryId;
  readonly placement: Placement;
}
