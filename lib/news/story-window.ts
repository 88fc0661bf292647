import { findExactNeighbours, loadNeighboursById, loadNeighboursSince } from '@/db/queries/find-neighbours';
import type { ArticleId } from '@/lib/model/ids';
import { NEIGHBOUR_WINDOW_MS, type ComparableArticle, type Neighbour } from '@/lib/model/placement';

/**
 * The articles of the last three days as the placing stage compares them, kept in memory between polls.
 * What is older is found in the database, by its exact address or wording alone.
 */
export class StoryWindow {
  readonly #recent = new Map<ArticleId, Neighbour>();

  /** Reads what the desk has since before `now` less the window. */
  static async open(now: Date): Promise<StoryWindow> {
    const window = new StoryWindow();
    for (const neighbour of await loadNeighboursSince(since(now)))
      window.#recent.set(neighbour.articleId, neighbour);
    return window;
  }

  /** Everything `article` has to be compared with. */
  async neighboursOf(article: ComparableArticle, now: Date): Promise<readonly Neighbour[]> {
    this.#forgetBefore(since(now));
    const exact = await findExactNeighbours(article);
    const older = exact.filter((neighbour) => !this.#recent.has(neighbour.articleId));
    return [...this.#recent.values(), ...older];
  }

  /** Takes in an article just stored, and those whose place it has changed. */
  async refresh(ids: readonly ArticleId[]): Promise<void> {
    for (const neighbour of await loadNeighboursById(ids)) this.#recent.set(neighbour.articleId, neighbour);
  }

  #forgetBefore(oldest: Date): void {
    for (const [id, neighbour] of this.#recent) {
      if (neighbour.firstSeenAt < oldest) this.#recent.delete(id);
    }
  }
}

function since(now: Date): Date {
  return new Date(now.getTime() - NEIGHBOUR_WINDOW_MS);
}
