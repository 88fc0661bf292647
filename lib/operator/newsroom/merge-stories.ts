import { mergeStoriesInto } from '@/db/writes/merge-stories';
import type { StoryId } from '@/lib/model/ids';
import { inNewsroom, type ByHand, type NewsroomResult } from './newsroom';

/** Makes one story of two; the address of `from` leads to `into` from now on. */
export function mergeStories(
  which: { readonly from: StoryId; readonly into: StoryId },
  by: ByHand,
): Promise<NewsroomResult> {
  return inNewsroom(by, (decider) => mergeStoriesInto(which, decider));
}
