import type { ArticleId } from './ids';

/** An article with those that copy it, and those that copy them. */
export interface RepostNode<A> {
  readonly article: A;
  readonly copies: readonly RepostNode<A>[];
}

/**
 * Puts each copy beneath what it copies. On top, in the given order, stand the articles that copy none of the others:
 * own reports, and copies of what the desk does not have or does not show.
 */
export function toRepostTree<A extends Copied>(articles: readonly A[]): readonly RepostNode<A>[] {
  const ids = new Set(articles.map(({ id }) => id));
  const copiesOf = groupByOriginal(articles);
  const placed = new Set<ArticleId>();
  const grow = (article: A): RepostNode<A> => {
    placed.add(article.id);
    const copies = (copiesOf.get(article.id) ?? []).filter(({ id }) => !placed.has(id));
    return { article, copies: copies.map(grow) };
  };
  const roots = articles.filter(({ repostOfId }) => repostOfId === undefined || !ids.has(repostOfId));
  const tree = new Map(roots.map((root) => [root.id, grow(root)]));
  // What copies itself round a circle has no beginning: the earliest stands for it.
  for (const article of articles) if (!placed.has(article.id)) tree.set(article.id, grow(article));
  return articles.flatMap(({ id }) => tree.get(id) ?? []);
}

function groupByOriginal<A extends Copied>(articles: readonly A[]): ReadonlyMap<ArticleId, readonly A[]> {
  const groups = new Map<ArticleId, A[]>();
  for (const article of articles) {
    if (article.repostOfId === undefined) continue;
    groups.set(article.repostOfId, [...(groups.get(article.repostOfId) ?? []), article]);
  }
  return groups;
}

/** How many copies there are beneath, of whatever degree. */
export function countCopies<A>({ copies }: RepostNode<A>): number {
  return copies.reduce((sum, copy) => sum + 1 + countCopies(copy), 0);
}

interface Copied {
  readonly id: ArticleId;
  readonly repostOfId: ArticleId | undefined;
}
