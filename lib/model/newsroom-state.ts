/**
 * How things stand before or after an operator's decision: the rows it concerns, as the database has them, so that an
 * undo puts back exactly what was there.
 */
export interface NewsroomState {
  readonly stories: readonly StoryState[];
  readonly articles: readonly ArticleState[];
  readonly bonds: readonly BondState[];
  readonly tags: readonly TagState[];
  readonly removed: readonly RemovedTagState[];
}

export interface StoryState {
  readonly id: number;
  readonly title: string;
  readonly lead_article_id: number | null;
  readonly redirect_to: number | null;
  readonly pinned_at: string | null;
  readonly locked_at: string | null;
}

export interface ArticleState {
  readonly id: number;
  readonly title: string;
  readonly story_id: number;
  readonly story_relation: string;
  readonly story_evidence: string | null;
  readonly repost_of_id: number | null;
  readonly tags_locked_at: string | null;
}

export interface BondState {
  readonly article_id: number;
  readonly other_id: number;
  readonly bond: string;
  readonly decision_id: number;
}

/** With all further columns, which are put back as they were. */
export interface TagState {
  readonly article_id: number;
  readonly token_id: string;
  readonly role: string;
  readonly decided_by: string;
}

export interface RemovedTagState {
  readonly article_id: number;
  readonly token_id: string;
  readonly decision_id: number;
}
