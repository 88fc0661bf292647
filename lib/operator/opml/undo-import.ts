import { readOpmlImport } from '@/db/queries/opml-imports';
import { removeImportedFeeds } from '@/db/writes/remove-imported-feeds';

export type UndoImportResult =
  | { readonly kind: 'removed'; readonly feeds: number }
  /** It must be cancelled first: what is removed would be followed by more. */
  | { readonly kind: 'running' }
  | { readonly kind: 'missing' };

/** Takes all the feeds an import added out of the catalogue, in one act. */
export async function undoImport(id: number, now: Date): Promise<UndoImportResult> {
  const found = await readOpmlImport(id);
  if (!found) return { kind: 'missing' };
  if (found.state === 'running') return { kind: 'running' };
  return { kind: 'removed', feeds: await removeImportedFeeds(id, now) };
}
