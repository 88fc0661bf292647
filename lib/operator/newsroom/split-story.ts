import { readOpening } from '@/db/queries/story-opening';
import { splitStoryApart } from '@/db/writes/split-story';
import { DAY_MS } from '@/lib/core/time';
import { processBus } from '@/lib/live/bus/memory';
import type { ArticleId, StoryId } from '@/lib/model/ids';
import { inNewsroom, type ByHand, type NewsroomResult } from './newsroom';

/** A story split off later is no news to anybody at an open page. */
const NEWS_UP_TO_MS = DAY_MS;

/** Takes articles out of a story into one of their own, which readers with an open page are told of. */
export function splitStory(
  which: { readonly storyId: StoryId; readonly chosen: readonly ArticleId[] },
  by: ByHand,
  bus = processBus(),
): Promise<NewsroomResult> {
  return inNewsroom(
    by,
    (decider) => splitStoryApart(which, decider),
    async ({ openedStoryId }) => {
      const opening = openedStoryId === undefined ? undefined : await readOpening(openedStoryId);
      const isNews = opening && by.now.getTime() - opening.firstSeenAt.getTime() < NEWS_UP_TO_MS;
      if (isNews) bus.publish('news', opening);
    },
  );
}
