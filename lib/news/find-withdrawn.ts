import type { ListedArticle } from '@/db/queries/listed-articles';
import type { ArticleId, FeedId } from '@/lib/model/ids';

/** A feed that is not at least this much in the order of time says nothing by what it leaves out. */
const MIN_IN_ORDER = 0.8;
/** One older item may be pinned to the end of a feed while the others go by. */
const MIN_OLDER_WHILE_FULL = 2;

/**
 * Articles that a feed listed the last time and no longer lists, though it goes on with older ones that stood behind
 * them: taken out, not scrolled off. Of an answer as long as the last, one older item alone says nothing.
 */
export function findWithdrawn({ feedId, before, now, facts }: TwoAnswers): readonly ArticleId[] {
  const listed = new Set(now);
  const known = before.flatMap((id) => facts.get(id) ?? []);
  const newestFirst = inOrderOfTime(known);
  const olderNeeded = now.length < before.length ? 1 : MIN_OLDER_WHILE_FULL;
  const oldestStanding = newestFirst.findLastIndex(({ articleId }) => listed.has(articleId));
  return newestFirst
    .slice(0, Math.max(0, oldestStanding))
    .filter(
      ({ articleId, at, ...fact }, nth) =>
        !listed.has(articleId) &&
        fact.feedId === feedId &&
        newestFirst.slice(nth + 1).filter((older) => listed.has(older.articleId) && older.at < at).length >=
          olderNeeded,
    )
    .map(({ articleId }) => articleId);
}

/** Newest first; nothing where the feed is sorted by something else. */
function inOrderOfTime(known: readonly ListedArticle[]): readonly ListedArticle[] {
  const pairs = Math.max(1, known.length - 1);
  const inOrder = (list: readonly ListedArticle[]) =>
    list.filter(({ at }, nth) => nth > 0 && at <= (list[nth - 1]?.at ?? at)).length / pairs;
  if (inOrder(known) >= MIN_IN_ORDER) return known;
  const reversed = known.toReversed();
  return inOrder(reversed) >= MIN_IN_ORDER ? reversed : [];
}

export interface TwoAnswers {
  readonly feedId: FeedId;
  /** Articles in the order of the documents. */
  readonly before: readonly ArticleId[];
  readonly now: readonly ArticleId[];
  readonly facts: ReadonlyMap<ArticleId, ListedArticle>;
}
