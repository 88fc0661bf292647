import { z } from 'zod';
import type { FeedFilter } from '@/db/queries/feeds';
import { FEED_STATES, type FeedState } from '@/lib/model/feed';

const MAX_PAGE = 1_000;
export const FEEDS_PER_PAGE = 100;

const query = z.object({
  state: z
    .enum([...FEED_STATES, 'removed'])
    .optional()
    .catch(undefined),
  q: z.string().trim().max(100).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(MAX_PAGE).catch(1),
});

export interface FeedQuery {
  readonly state: FeedState | 'removed' | undefined;
  /** A part of a name or an address. */
  readonly q: string | undefined;
  readonly page: number;
}

/** Which feeds a list shall show, as its address says. */
export function readFeedQuery(search: Record<string, string | string[] | undefined>): FeedQuery {
  const { state, q, page } = query.parse(search);
  return { state, q: q === '' ? undefined : q, page };
}

export function toFeedFilter({ state, q }: FeedQuery): FeedFilter {
  if (state === 'removed') return { removed: true, text: q };
  return { states: state && [state], text: q };
}

export function toFeedPage({ page }: FeedQuery) {
  return { limit: FEEDS_PER_PAGE, offset: (page - 1) * FEEDS_PER_PAGE };
}
