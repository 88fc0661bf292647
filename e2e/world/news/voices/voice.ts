import type { Words } from '@/e2e/world/news/kinds/kind';
import type { ThemeWords } from '@/e2e/world/news/themes/theme-words';

/** How an outlet writes that has words of its own: in another language, or as an exchange speaking for itself. */
export interface Voice {
  /** By the id of the kind of event; it does not report the others. */
  readonly kinds: Readonly<Record<string, Words>>;
  readonly theme: ThemeWords;
  readonly whenDown?: Readonly<Record<string, Words>>;
}
