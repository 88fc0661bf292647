import { setStoryLock } from '@/db/writes/lock-story';
import type { StoryId } from '@/lib/model/ids';
import { inNewsroom, type ByHand, type NewsroomResult } from './newsroom';

/** Closes a story: nothing joins or leaves it by itself. */
export function lockStory(storyId: StoryId, by: ByHand): Promise<NewsroomResult> {
  return inNewsroom(by, (decider) => setStoryLock({ storyId, locked: true }, decider));
}

/** Opens it again. */
export function unlockStory(storyId: StoryId, by: ByHand): Promise<NewsroomResult> {
  return inNewsroom(by, (decider) => setStoryLock({ storyId, locked: false }, decider));
}
