import type { ListedItem } from './feed';

/** What became of the items of one answer. */
export interface Intake {
  readonly stored: number;
  /** Known articles whose wording changed. */
  readonly revised: number;
  /** Those of `revised` whose title changed. */
  readonly retitled: number;
  readonly unchanged: number;
  /** Could not be stored: asked for whole the next time. */
  readonly failed: number;
  /** Known by their address, and came under another id. */
  readonly reidentified: number;
  /** Taken out of the feed while older articles stayed. */
  readonly withdrawn: number;
  /** What the document holds now, in its order. */
  readonly listed: readonly ListedItem[];
}
