import { retag, type Retag } from '@/db/writes/retag-article';
import { inNewsroom, type ByHand, type NewsroomResult } from './newsroom';

/** Puts a tag on an article, takes it off for good, or makes it (or no longer) what the article is mainly about. */
export function retagArticle(wanted: Retag, by: ByHand): Promise<NewsroomResult> {
  return inNewsroom(by, (decider) => retag(wanted, decider));
}
