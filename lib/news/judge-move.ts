import { countUsable, endOf, type Poll } from './poll';

/** So many answers in a row have to name the same new address before it is believed. */
export const ANSWERS_TO_BELIEVE = 3;

export interface Move {
  readonly movedTo: string | undefined;
  /** Answers in a row that have said so. */
  readonly movedSeen: number;
  /** From now on the feed is asked there. */
  readonly isMoveAdopted: boolean;
}

/** Whether a feed's site says it has moved for good, and has said so often enough to follow it there. */
export function judgeMove(poll: Poll): Move {
  const { feed, fetched } = poll;
  const kept = { movedTo: feed.movedTo, movedSeen: feed.movedSeen, isMoveAdopted: false };
  if (!holdsFeed(poll) || !('movedTo' in fetched)) return kept;
  const { movedTo } = fetched;
  if (movedTo === undefined || movedTo === feed.url) {
    return { movedTo: undefined, movedSeen: 0, isMoveAdopted: false };
  }
  const movedSeen = movedTo === feed.movedTo ? feed.movedSeen + 1 : 1;
  return { movedTo, movedSeen, isMoveAdopted: movedSeen >= ANSWERS_TO_BELIEVE };
}

function holdsFeed(poll: Poll): boolean {
  const end = endOf(poll);
  return end === 'unchanged' || (end === 'read' && countUsable(poll) > 0);
}
