import { undoNewsDecision } from '@/db/writes/undo-decision';
import { inNewsroom, type ByHand, type NewsroomResult } from './newsroom';

/** Puts back what stood before a decision, unless a later one builds upon it. */
export function undoDecision(decisionId: number, by: ByHand): Promise<NewsroomResult> {
  return inNewsroom(by, (decider) => undoNewsDecision(decisionId, decider));
}
