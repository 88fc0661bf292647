/** What newsrooms add to any event of a theme. The same grammar as an event's own words. */
export interface ThemeWords {
  readonly headings: readonly string[];
  readonly contexts: readonly string[];
  readonly quotes: readonly string[];
  readonly points: readonly string[];
  readonly outlooks: readonly string[];
}
