import { setTagsLock } from '@/db/writes/lock-tags';
import type { ArticleId } from '@/lib/model/ids';
import { inNewsroom, type ByHand, type NewsroomResult } from './newsroom';

/** Leaves an article's tags as they are, or hands them back to the linker. */
export function lockTags(
  which: { readonly articleId: ArticleId; readonly locked: boolean },
  by: ByHand,
): Promise<NewsroomResult> {
  return inNewsroom(by, (decider) => setTagsLock(which, decider));
}
