import { settleTagReport } from '@/db/writes/settle-report';
import { inNewsroom, type ByHand, type NewsroomResult } from './newsroom';

/** Answers a reader's "wrong coin": the tag goes for good, or stays. */
export function settleReport(
  which: { readonly reportId: number; readonly outcome: 'removed' | 'kept' },
  by: ByHand,
): Promise<NewsroomResult> {
  return inNewsroom(by, (decider) => settleTagReport(which, decider));
}
