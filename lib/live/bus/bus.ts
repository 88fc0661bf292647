import type { TokenQuote } from '@/lib/model/quote';
import type { VenueStatus } from '@/lib/model/venue';
import type { NewsEvent } from '@/lib/model/news-event';

/** What the pipelines tell the rest of the process. */
export interface BusEvents {
  readonly quotes: readonly TokenQuote[];
  readonly venue: VenueStatus;
  readonly news: NewsEvent;
}

export type BusTopic = keyof BusEvents;

/** Fire and forget: a handler that throws is logged and never reaches the publisher. */
export interface Bus {
  publish<T extends BusTopic>(topic: T, event: BusEvents[T]): void;
  /** Returns the way out. */
  subscribe<T extends BusTopic>(topic: T, handle: (event: BusEvents[T]) => void): () => void;
}
