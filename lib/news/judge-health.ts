import type { FeedState } from '@/lib/model/feed';
import type { FeedFinding } from '@/lib/model/feed-finding';
import { judgeFindings } from './judge-findings';
import { endOf, type LearntPoll } from './poll';

export interface Health {
  readonly state: FeedState;
  /** In words; nothing for a feed that is well. */
  readonly stateReason: string | undefined;
  /** Polls in a row that brought nothing to be had. */
  readonly failures: number;
  readonly findings: readonly FeedFinding[];
  /** The answer is as good as those before: it takes their place. */
  readonly isGoodAnswer: boolean;
}

/** How a feed is after a poll, and why. */
export function judgeHealth(poll: LearntPoll): Health {
  const findings = judgeFindings(poll);
  const wordsOf = (kind: FeedFinding['kind']) => findings.find((finding) => finding.kind === kind)?.words;
  const trouble = findTrouble(poll, wordsOf('empty'));
  const silence = wordsOf('silent');
  if (trouble) return { ...trouble, failures: poll.feed.failures + 1, findings, isGoodAnswer: false };
  return {
    state: silence === undefined ? 'well' : 'late',
    stateReason: silence,
    failures: 0,
    findings,
    isGoodAnswer: endOf(poll) === 'read' && !findings.some((finding) => finding.kind === 'shrunken'),
  };
}

function findTrouble(poll: LearntPoll, emptiness: string | undefined): Trouble | undefined {
  const end = endOf(poll);
  if (end === 'unchanged') return undefined;
  if (end === 'gone') return poll.feed.findings.some(({ kind }) => kind === 'gone') ? GONE_TWICE : GONE_ONCE;
  if (end !== 'read') return { state: 'ill', stateReason: messageOf(poll) };
  return emptiness === undefined ? undefined : { state: 'ill', stateReason: emptiness };
}

function messageOf({ fetched, reading }: LearntPoll): string | undefined {
  if (typeof reading === 'object') return reading.message;
  return 'message' in fetched ? fetched.message : undefined;
}

const GONE_ONCE: Trouble = {
  state: 'ill',
  stateReason: 'The site says the feed is gone for good (410). It is asked once more to make sure.',
};
const GONE_TWICE: Trouble = {
  state: 'dead',
  stateReason: 'The site has said twice in a row that the feed is gone for good (410).',
};

type Trouble = Pick<Health, 'state' | 'stateReason'>;
