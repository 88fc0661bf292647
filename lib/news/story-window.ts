import { setImmediate } from 'node:timers/promises';
import { findExactNeighbours, loadNeighboursById, loadNeighboursSince } from '@/db/queries/find-neighbours';
import type { ArticleId } from '@/lib/model/ids';
import { NEIGHBOUR_WINDOW_MS, type ComparableArticle } from '@/lib/model/placement';
import { CandidateIndex } from './cluster/candidate-index';
import { fingerprintOf } from './cluster/fingerprint';
import { PlacingBatch } from './placing-batch';

/** About what three days of a thousand feeds come to; the newest stay. */
const MAX_ARTICLES = 40_000;
/** Forgetting is work too: after a pause it is done a part at a time. */
const MAX_FORGOTTEN_AT_ONCE = 200;

/**
 * The articles of the last three days as the placing stage compares them, kept in memory between polls.
 * What is older is found in the database, by its exact address or wording alone.
 */
export class StoryWindow {
  readonly #index = new CandidateIndex();

  /** Reads what the desk has since before `now` less the window. */
  static async open(now: Date): Promise<StoryWindow> {
    const window = new StoryWindow();
    for (const neighbour of (await loadNeighboursSince(since(now))).toReversed()) {
      window.#index.put(neighbour);
      await setImmediate();
    }
    return window;
  }

  /**
   * Gets ready to place these articles, one after the other, among all others. Whatever is stored until then is in the
   * window by the time they are placed.
   */
  async openBatch(articles: readonly ComparableArticle[], now: Date): Promise<PlacingBatch> {
    this.#forgetBefore(since(now));
    for (const article of articles) {
      fingerprintOf(article);
      await setImmediate();
    }
    return new PlacingBatch(this.#index, await findExactNeighbours(articles));
  }

  /** Reads articles again whose wording has changed. */
  async reload(ids: readonly ArticleId[]): Promise<void> {
    const held = ids.filter((id) => this.#index.get(id));
    for (const neighbour of await loadNeighboursById(held)) this.#index.put(neighbour);
  }

  forget(ids: readonly ArticleId[]): void {
    for (const id of ids) this.#index.remove(id);
  }

  #forgetBefore(oldest: Date): void {
    const gone: ArticleId[] = [];
    for (const id of this.#index.all()) {
      const seenAt = this.#index.get(id)?.firstSeenAt;
      const isSpare = this.#index.size - gone.length > MAX_ARTICLES;
      if (gone.length >= MAX_FORGOTTEN_AT_ONCE || (!isSpare && seenAt && seenAt >= oldest)) break;
      gone.push(id);
    }
    this.forget(gone);
  }
}

function since(now: Date): Date {
  return new Date(now.getTime() - NEIGHBOUR_WINDOW_MS);
}
