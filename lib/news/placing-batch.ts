import type { ArticleId, StoryId } from '@/lib/model/ids';
import type { ComparableArticle, Neighbour, Placement } from '@/lib/model/placement';
import type { CandidateIndex } from './cluster/candidate-index';
import { shareFingerprint } from './cluster/fingerprint';
import { placeArticle } from './cluster/place-article';
import { STORY_MODEL } from './cluster/story-model';
import type { Bonds } from './cluster/bonds';

/** A wording as common as this ("Daily recap") says nothing about who copied whom. */
const MAX_EXACT_MATCHES = 50;

/**
 * Articles that are placed together and stored together. Each finds those before it in the window as if they were
 * stored already; if they cannot be stored, the window forgets them.
 */
export class PlacingBatch {
  readonly #index: CandidateIndex;
  readonly #bonds: Bonds;
  /** Those that share an address or a wording with one of the batch and are too old for the window. */
  readonly #older: Map<ArticleId, Neighbour>;
  readonly #undo: (() => void)[] = [];

  constructor(index: CandidateIndex, exact: readonly Neighbour[], bonds: Bonds) {
    this.#index = index;
    this.#bonds = bonds;
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
    const placement =
      this.#placeByHand(ids.articleId) ??
      placeArticle(article, this.#openTo(ids.articleId, candidates), {
        mayMerge: (one, other) => this.#mayMerge(one, other),
      });
    const storyId = placement.kind === 'opens' ? ids.storyId : placement.storyId;
    const { articleId } = ids;
    const [member] = this.#index.membersOf(storyId);
    const placed = { ...article, articleId, storyId, storyHold: member?.storyHold, ...toPlace(placement) };
    shareFingerprint(article, placed);
    this.#index.put(placed);
    this.#undo.push(() => this.#index.remove(articleId));
    if (placement.kind === 'joins' && placement.relation !== 'repost') {
      this.#gather(placement.copies, { storyId, relation: 'repost', repostOfId: articleId });
      if (placement.absorbs !== undefined) this.#merge(placement.absorbs, storyId);
    }
    return { articleId, storyId, placement, modelVersion: STORY_MODEL.version };
  }

  /** Nothing of this was stored. */
  undo(): void {
    for (const step of this.#undo.toReversed()) step();
    this.#undo.length = 0;
  }

  /** Where an operator said it belongs. */
  #placeByHand(articleId: ArticleId): Placement | undefined {
    const [other] = this.#bonds.togetherWith(articleId).flatMap((id) => this.#index.get(id) ?? []);
    if (!other || other.storyHold === 'locked') return undefined;
    const evidence = `An operator put it together with “${other.title}”`;
    return { kind: 'joins', relation: 'report', storyId: other.storyId, copies: [], evidence };
  }

  /** Without the articles of stories that an operator closed, or where one stands that he put apart from this. */
  #openTo(articleId: ArticleId, candidates: readonly Neighbour[]): readonly Neighbour[] {
    const apart = new Set(this.#bonds.apartFrom(articleId).map((id) => this.#index.get(id)?.storyId));
    return candidates.filter(({ storyId, storyHold }) => storyHold !== 'locked' && !apart.has(storyId));
  }

  /** The younger gives up its address, and so its lead: never one that an operator chose. */
  #mayMerge(one: readonly Neighbour[], other: readonly Neighbour[]): boolean {
    const [first, second] = [one[0], other[0]];
    if (!first || !second) return false;
    const younger = first.storyId < second.storyId ? second : first;
    return younger.storyHold === undefined && !this.#areApart(first.storyId, second.storyId);
  }

  #areApart(one: StoryId, other: StoryId): boolean {
    const others = new Set(this.#index.membersOf(other).map(({ articleId }) => articleId));
    return this.#index
      .membersOf(one)
      .some(({ articleId }) => this.#bonds.apartFrom(articleId).some((id) => others.has(id)));
  }

  #merge(absorbed: StoryId, storyId: StoryId): void {
    const [host] = this.#index.membersOf(storyId);
    for (const { articleId, relation, repostOfId } of this.#index.membersOf(absorbed)) {
      const known = this.#index.get(articleId);
      const place = { storyId, relation: relation === 'repost' ? relation : 'report', repostOfId } as const;
      if (known) this.#move(known, { ...place, storyHold: host?.storyHold });
    }
    for (const older of this.#older.values()) {
      if (older.storyId === absorbed) this.#older.set(older.articleId, { ...older, storyId });
    }
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

  #move({ articleId, storyId, relation, repostOfId, storyHold }: Neighbour, place: Place): void {
    this.#index.move(articleId, place);
    this.#undo.push(() => this.#index.move(articleId, { storyId, relation, repostOfId, storyHold }));
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

function toPlace(placement: Placement): Pick<Place, 'relation' | 'repostOfId'> {
  if (placement.kind === 'opens') return { relation: 'origin', repostOfId: undefined };
  const repostOfId = placement.relation === 'repost' ? placement.repostOfId : undefined;
  return { relation: placement.relation, repostOfId };
}

type Place = Pick<Neighbour, 'storyId' | 'relation' | 'repostOfId'> & Partial<Pick<Neighbour, 'storyHold'>>;

/** Where an article stands; the story is the one it opens, if it opens one. */
export interface Placed {
  readonly articleId: ArticleId;
  readonly storyId: StoryId;
  readonly placement: Placement;
  readonly modelVersion: number;
}
