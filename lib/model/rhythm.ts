export const HOURS_OF_WEEK = 168;

/** When a feed publishes: articles by hour of the week (UTC, Monday 0 h first), older weeks counting less. */
export interface Rhythm {
  /** {@link HOURS_OF_WEEK} numbers, each the decayed count of articles. */
  readonly hours: readonly number[];
  /** Decayed weeks watched: divides `hours` into articles per hour. */
  readonly weeks: number;
  /** ISO 8601: up to when it has been learnt. */
  readonly learntTo: string;
  /** ISO 8601: the newest publication counted. */
  readonly lastArticleAt: string | undefined;
}
