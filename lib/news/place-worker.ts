import type { ArticleId, StoryId } from '@/lib/model/ids';
import type { ComparableArticle, Neighbour } from '@/lib/model/placement';
import { Bonds, type BondedPair } from './cluster/bonds';
import { CandidateIndex } from './cluster/candidate-index';
import { PlacingBatch, type Placed } from './placing-batch';

/** About what three days of a thousand feeds come to; the newest stay. */
const MAX_ARTICLES = 40_000;
/** Forgetting is work too: after a pause it is done a part at a time. */
const MAX_FORGOTTEN_AT_ONCE = 200;

/** What the placing thread is asked, one after the other. */
export interface BatchToPlace {
  readonly articles: readonly ArticleToPlace[];
  /** Articles of any age with the same address or wording as one of these. */
  readonly exact: readonly Neighbour[];
  /** What was seen before is out of the window. */
  readonly since: Date;
}

/** The story is the one the article opens, if it opens one. */
export interface ArticleToPlace {
  readonly article: ComparableArticle;
  readonly articleId: ArticleId;
  readonly storyId: StoryId;
}

/** A thread that was started anew after its end knows nothing until it is opened. */
export type PlaceAnswer<T> = { readonly kind: 'done'; readonly result: T } | { readonly kind: 'not-open' };

let index: CandidateIndex | undefined;
let bonds = new Bonds([]);
let last: PlacingBatch | undefined;

export function open(): void {
  index = new CandidateIndex();
  bonds = new Bonds([]);
  last = undefined;
}

/** Takes articles in that stand in the database, or in the place of what is known of them. */
export function take(neighbours: readonly Neighbour[]): PlaceAnswer<void> {
  return inWindow((window) => {
    for (const neighbour of neighbours) window.put(neighbour);
  });
}

/** What operators decided of pairs of articles, in the place of what was known of it. */
export function bind(pairs: readonly BondedPair[]): PlaceAnswer<void> {
  return inWindow(() => {
    bonds = new Bonds(pairs);
  });
}

/** Places articles, each as if those before it were stored already. */
export function place({ articles, exact, since }: BatchToPlace): PlaceAnswer<readonly Placed[]> {
  return inWindow((window) => {
    forgetBefore(window, since);
    const batch = new PlacingBatch(window, exact, bonds);
    last = batch;
    return articles.map(({ article, ...ids }) => batch.place(article, ids));
  });
}

/** The last batch was not stored. */
export function undo(): PlaceAnswer<void> {
  return inWindow(() => {
    last?.undo();
    last = undefined;
  });
}

/** They are gone from the database. */
export function forget(ids: readonly ArticleId[]): PlaceAnswer<void> {
  return inWindow((window) => {
    for (const id of ids) window.remove(id);
  });
}

function inWindow<T>(work: (window: CandidateIndex) => T): PlaceAnswer<T> {
  return index ? { kind: 'done', result: work(index) } : { kind: 'not-open' };
}

function forgetBefore(window: CandidateIndex, oldest: Date): void {
  const gone: ArticleId[] = [];
  for (const id of window.all()) {
    const seenAt = window.get(id)?.firstSeenAt;
    const isSpare = window.size - gone.length > MAX_ARTICLES;
    if (gone.length >= MAX_FORGOTTEN_AT_ONCE || (!isSpare && seenAt && seenAt >= oldest)) break;
    gone.push(id);
  }
  for (const id of gone) window.remove(id);
}
