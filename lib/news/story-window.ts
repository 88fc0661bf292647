import type { Piscina } from 'piscina';
import { loadBonds } from '@/db/queries/article-bonds';
import { findExactNeighbours, loadNeighboursById, loadNeighboursSince } from '@/db/queries/find-neighbours';
import type { ReservedIds } from '@/db/queries/reserve-ids';
import type { ArticleId } from '@/lib/model/ids';
import { NEIGHBOUR_WINDOW_MS, type ComparableArticle } from '@/lib/model/placement';
import type { BatchToPlace, PlaceAnswer } from './place-worker';
import type { Placed } from './placing-batch';
import { startThreads } from './start-threads';

/** Forty thousand articles take about half of it. */
const MAX_HEAP_MB = 768;
/** Handed over in one go: a larger pile would hold up the pages. */
const HANDED_OVER_AT_ONCE = 100;

/** Articles that are placed together, and stored together or not at all. */
export interface Batch {
  /** Each finds those before it as if they were stored already. */
  place(ids: readonly ReservedIds[]): Promise<readonly Placed[]>;
  /** Nothing of it was stored. */
  undo(): Promise<void>;
}

/**
 * The articles of the last three days as the placing stage compares them, kept between polls in a thread of their own.
 * What is older is found in the database, by its exact address or wording alone.
 */
export class StoryWindow {
  readonly #thread: Piscina;
  #now: Date;

  private constructor(now: Date, thread: Piscina) {
    this.#now = now;
    this.#thread = thread;
  }

  /** Reads what the desk has since before `now` less the window. */
  static async open(now: Date, thread = startPlacingThread()): Promise<StoryWindow> {
    const window = new StoryWindow(now, thread);
    await window.#fill();
    return window;
  }

  /** Gets ready to place these articles among all others; batches are placed and stored one after the other. */
  async openBatch(articles: readonly ComparableArticle[], now: Date): Promise<Batch> {
    this.#now = now;
    const exact = await findExactNeighbours(articles);
    return {
      place: (ids) => {
        const toPlace = articles.flatMap((article, nth) => {
          const reserved = ids[nth];
          return reserved ? { article, ...reserved } : [];
        });
        const batch: BatchToPlace = { articles: toPlace, exact, since: since(now) };
        return this.#ask<readonly Placed[]>('place', batch);
      },
      undo: () => this.#ask('undo'),
    };
  }

  /** Reads articles again whose wording or place has changed, and what operators decided of pairs. */
  async reload(ids: readonly ArticleId[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#ask('take', await loadNeighboursById(ids));
    await this.#ask('bind', await loadBonds(since(this.#now)));
  }

  async forget(ids: readonly ArticleId[]): Promise<void> {
    await this.#ask('forget', ids);
  }

  async #fill(): Promise<void> {
    await this.#thread.run(undefined, { name: 'open' });
    const oldestFirst = (await loadNeighboursSince(since(this.#now))).toReversed();
    for (let from = 0; from < oldestFirst.length; from += HANDED_OVER_AT_ONCE) {
      await this.#thread.run(oldestFirst.slice(from, from + HANDED_OVER_AT_ONCE), { name: 'take' });
    }
    await this.#thread.run(await loadBonds(since(this.#now)), { name: 'bind' });
  }

  /** A thread that came to its end is started anew by its pool, and told again what it had known. */
  async #ask<T>(name: string, input?: unknown): Promise<T> {
    const answer = await run<T>(this.#thread, name, input);
    if (answer.kind === 'done') return answer.result;
    await this.#fill();
    const again = await run<T>(this.#thread, name, input);
    if (again.kind === 'done') return again.result;
    throw new Error('The placing thread ends again and again.');
  }
}

/** The thread in which a window lives; it does one thing after the other. */
export function startPlacingThread(): Piscina {
  return startThreads({ program: 'place-worker', count: 1, maxHeapMb: MAX_HEAP_MB });
}

function run<T>(thread: Piscina, name: string, input: unknown): Promise<PlaceAnswer<T>> {
  return thread.run(input, { name }) as Promise<PlaceAnswer<T>>;
}

function since(now: Date): Date {
  return new Date(now.getTime() - NEIGHBOUR_WINDOW_MS);
}
