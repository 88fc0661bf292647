export const MAX_KEEP_FETCHES_DAYS = 3_650;
/** So much of a feed's log is kept, however long ago: its page shows it. */
export const ALWAYS_KEPT_FETCHES = 50;

/** What an operator decides for the whole desk. */
export interface DeskSettings {
  /** `undefined`: for ever. */
  readonly keepArticlesDays: number | undefined;
  readonly keepFetchesDays: number;
}

/** The same as a form says it. */
export interface DeskSettingsDraft {
  readonly keep: string;
  readonly keepArticlesDays: string;
  readonly keepFetchesDays: string;
}

/** What would go by a rule, the next time the desk tidies up. */
export interface RetentionEffect {
  readonly articles: number;
  readonly fetches: number;
}

export function toDeskSettingsDraft({ keepArticlesDays, keepFetchesDays }: DeskSettings): DeskSettingsDraft {
  return {
    keep: keepArticlesDays === undefined ? 'ever' : 'days',
    keepArticlesDays: keepArticlesDays === undefined ? '' : String(keepArticlesDays),
    keepFetchesDays: String(keepFetchesDays),
  };
}
