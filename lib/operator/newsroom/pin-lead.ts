import { pinStoryLead } from '@/db/writes/pin-lead';
import type { ArticleId, StoryId } from '@/lib/model/ids';
import { inNewsroom, type ByHand, type NewsroomResult } from './newsroom';

/** Decides who leads a story; without an article the lead may change again. */
export function pinLead(
  which: { readonly storyId: StoryId; readonly articleId: ArticleId | undefined },
  by: ByHand,
): Promise<NewsroomResult> {
  return inNewsroom(by, (decider) => pinStoryLead(which, decider));
}
