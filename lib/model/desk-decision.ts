import type { ArticleId, StoryId, TokenId, TopicId } from './ids';

/** What an operator's hand can do to the news; each can be undone. */
export const DESK_DECISION_KINDS = [
  'merge-stories',
  'split-story',
  'pin-lead',
  'lock-story',
  'retag-article',
  'lock-tags',
  'change-alias',
  'edit-topic',
  'settle-report',
] as const;
export type DeskDecisionKind = (typeof DESK_DECISION_KINDS)[number];

/** What it was done to. */
export interface DecisionSubject {
  readonly storyIds?: readonly StoryId[];
  readonly articleIds?: readonly ArticleId[];
  readonly tokenIds?: readonly TokenId[];
  readonly topicIds?: readonly TopicId[];
  readonly reportIds?: readonly number[];
}

/** Two articles an operator put together or apart: the placing stage never decides otherwise. */
export type ArticleBond = 'together' | 'apart';

export const RETAGGINGS = ['add', 'remove', 'main', 'not-main'] as const;
/** `remove` is for good; `main` is the token an article's price card is about. */
export type Retagging = (typeof RETAGGINGS)[number];

/** Decisions that are taken back where they were made. */
export const UNDONE_ELSEWHERE: readonly DeskDecisionKind[] = ['edit-topic', 'change-alias'];
