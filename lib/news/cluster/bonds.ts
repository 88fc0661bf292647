import type { ArticleBond } from '@/lib/model/desk-decision';
import type { ArticleId } from '@/lib/model/ids';

/** What an operator decided of two articles. */
export interface BondedPair {
  readonly articleId: ArticleId;
  readonly otherId: ArticleId;
  readonly bond: ArticleBond;
}

/** The pairs that operators put together or apart: asked before anything is compared. */
export class Bonds {
  readonly #others: Readonly<Record<ArticleBond, Map<ArticleId, ArticleId[]>>> = {
    together: new Map(),
    apart: new Map(),
  };

  constructor(pairs: readonly BondedPair[]) {
    for (const { articleId, otherId, bond } of pairs) {
      this.#add(bond, articleId, otherId);
      this.#add(bond, otherId, articleId);
    }
  }

  togetherWith(id: ArticleId): readonly ArticleId[] {
    return this.#others.together.get(id) ?? [];
  }

  apartFrom(id: ArticleId): readonly ArticleId[] {
    return this.#others.apart.get(id) ?? [];
  }

  #add(bond: ArticleBond, id: ArticleId, other: ArticleId): void {
    const known = this.#others[bond].get(id);
    if (known) known.push(other);
    else this.#others[bond].set(id, [other]);
  }
}
