import { z } from 'zod';
import type { StoryPosition } from '@/db/queries/story-headlines';
import type { StoryHeadline } from '@/lib/model/headline';
import type { StoryId } from '@/lib/model/ids';
import { readPosition, type ListPosition } from '@/lib/model/list-position';

export type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>;

const query = z.object({ before: z.string().max(60).optional().catch(undefined) });

/** From where a list goes on, as its address says; a nonsensical one begins at the top. */
export async function readOlderThan(searchParams: SearchParams): Promise<ListPosition | undefined> {
  const { before } = query.parse(await searchParams);
  return before === undefined ? undefined : readPosition(before);
}

export function toStoryPosition({ at, id }: ListPosition): StoryPosition {
  return { lastArticleAt: at, id: id as StoryId };
}

/** Where a full page of stories ended; a page that is not full was the last. */
export function lastPosition(
  stories: readonly StoryHeadline[],
  pageLength: number,
): ListPosition | undefined {
  const last = stories.length === pageLength ? stories.at(-1) : undefined;
  return last && { at: last.lastArticleAt, id: last.id };
}
