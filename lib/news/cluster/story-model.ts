import fitted from './story-model.json' with { type: 'json' };

/** What is compared of two articles. */
export type Feature = keyof (typeof fitted)['weights'];

/** What decides whether two articles tell one event; fitted to labelled pairs by `scripts/train-stories.ts`. */
export interface StoryModel {
  /** Raised with every change, so that each placement can be told by the model that made it. */
  readonly version: number;
  readonly bias: number;
  readonly weights: Readonly<Record<Feature, number>>;
  /** A story takes an article from this score on. */
  readonly joinFrom: number;
  /** How much of a story's score is its closest member's; the rest is the mean of several. */
  readonly closestShare: number;
}

export const STORY_MODEL: StoryModel = fitted;
